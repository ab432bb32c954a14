package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.Cart.LineItem;
import shop.Catalog.Product;

/** What the generated code of the shop does; each method is a test. */
public final class Behaviour {
  private static final Money PRICE = new Money("EUR", 3, 500_000_000);
  private static final Product TEA = new Product("tea", Optional.empty(), Map.of("EUR", PRICE));
  private static final WireLimits LIMITS = WireLimits.DEFAULT;

  private static final Catalog CATALOG = new SpringCatalog(() -> List.of(TEA));
  private static final Cart CART = new PersistentCart((level, line) -> {}, CATALOG);

  /** Leaves through bytes, and counts the calls that do. */
  private static final class Wire implements Edge<Cart> {
    final Map<String, CallCounter> counters = new java.util.HashMap<>();
    final List<String> left = new ArrayList<>();
    Optional<Exception> failure = Optional.empty();

    @Override
    public CallCounter counter(MethodDescriptor method) {
      CallCounter counter = new CallCounter("Cart", method.name(), nanos -> {});
      counters.put(method.name(), counter);
      return counter;
    }

    @Override
    public <R> R call(Invocation<Cart, R> invocation) throws Exception {
      left.add(invocation.method().name() + "/" + invocation.routingKey());
      if (failure.isPresent()) throw failure.get();
      ProtoWriter request = new ProtoWriter(LIMITS);
      invocation.writeRequest(request);
      return invocation.readResponse(
          new ProtoReader(serve(CART, invocation.method().index(), request.toByteArray()), LIMITS));
    }

    @Override
    public <R> R stream(StreamInvocation<Cart, R> invocation) {
      throw new AssertionError("the cart has no streams");
    }
  }

  private static byte[] serve(Cart cart, int method, byte[] request) {
    ProtoWriter response = new ProtoWriter(LIMITS);
    new Cart_Descriptor().skeleton(cart).invoke(method, new ProtoReader(request, LIMITS), response);
    return response.toByteArray();
  }

  private final Wire wire = new Wire();
  private final Cart stub = new Cart_Descriptor().stub(wire);

  private Cart bound() {
    new Cart_Descriptor().bind(stub, CART);
    return stub;
  }

  public void leavesThroughTheEdgeUntilBound() throws Exception {
    assertThat(stub.add("ann", new LineItem("tea", 2, PRICE)).total()).isEqualTo(PRICE);
    assertThat(wire.left).containsExactly("add/ann");
  }

  public void callsTheImplementationDirectlyOnceBound() throws Exception {
    assertThat(bound().add("ann", new LineItem("tea", 2, PRICE)).total()).isEqualTo(PRICE);
    assertThat(wire.left).isEmpty();
    assertThat(wire.counters.get("add").calls()).isEqualTo(1);
  }

  public void leavesThroughTheEdgeAgainOnceUnbound() {
    bound();
    new Cart_Descriptor().bind(stub, null);
    stub.get("ann");
    assertThat(wire.left).containsExactly("get/ann");
  }

  public void routesDefaultMethodsLikeOthers() {
    assertThat(stub.size("ann")).isZero();
    assertThat(wire.left).containsExactly("size/");
  }

  public void declaredExceptionsArriveAsThemselvesFromBothWays() {
    for (boolean direct : new boolean[] {false, true}) {
      Cart cart = direct ? bound() : stub;
      assertThatThrownBy(() -> cart.add("ann", new LineItem("tea", 11, PRICE)))
          .isExactlyInstanceOf(CartFull.class)
          .hasMessage("at most 10")
          .extracting("limit")
          .isEqualTo(10);
      assertThatThrownBy(() -> cart.add("ann", new LineItem("gold", 1, PRICE)))
          .isExactlyInstanceOf(NoSuchProduct.class)
          .hasMessage("no product gold");
    }
    assertThat(wire.counters.get("add").errors()).isEqualTo(2);
  }

  public void undeclaredExceptionsArriveDescribedFromBothWays() {
    for (boolean direct : new boolean[] {false, true}) {
      Cart cart = direct ? bound() : stub;
      assertThatThrownBy(() -> cart.get(""))
          .isExactlyInstanceOf(ComponentException.class)
          .hasMessageStartingWith("Cart.get failed with java.lang.IllegalStateException: nobody at");
    }
    assertThat(wire.counters.get("get").errors()).isEqualTo(1);
  }

  public void anEdgeThatThrowsWhatIsNotDeclaredIsABug() {
    wire.failure = Optional.of(new java.io.IOException("odd"));
    assertThatThrownBy(() -> stub.get("ann"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("an edge threw what Cart.get does not declare")
        .hasCause(wire.failure.get());
  }

  public void arraysAreCopiedOnTheWayInAndOut() {
    byte[] document = {1};
    byte[] signed = bound().sign(document);
    assertThat(document).containsExactly(1);
    assertThat(signed).containsExactly(2);
  }

  public void refusesARequestThatItsRecordRefuses() {
    ProtoWriter request = new ProtoWriter(LIMITS);
    int item = request.begin();
    int price = request.begin();
    request.end(3, price);
    request.end(2, item);
    assertThatThrownBy(() -> serve(CART, 0, request.toByteArray()))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("Cart.LineItem refuses its fields: quantity 0");
  }

  public void refusesARequestWithoutARecordThatItNeeds() {
    assertThatThrownBy(() -> serve(CART, 0, new byte[0]))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("Cart.add(item) is missing");
  }

  public void refusesAMethodThatDoesNotExist() {
    assertThatThrownBy(() -> serve(CART, 5, new byte[0]))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("Cart has no method 5");
  }

  public void aResultThatCannotBeWrittenIsAFailureOfTheCallee() {
    Cart broken =
        new Cart() {
          @Override
          public CartView add(String userId, LineItem item) {
            return new CartView(userId, List.of(item), PRICE);
          }

          @Override
          public CartView get(String userId) {
            // Written last field first: the price is there already when the null is found.
            return new CartView(null, List.of(), PRICE);
          }

          @Override
          public void clear(String local, boolean edge) {}

          @Override
          public byte[] sign(byte[] document) {
            return document;
          }
        };
    byte[] response = serve(broken, 1, new byte[0]);
    assertThatThrownBy(
            () -> new Cart_Stub.Get("").readResponse(new ProtoReader(response, LIMITS)))
        .isExactlyInstanceOf(ComponentException.class)
        .hasMessageContaining("CartView.userId is null");
    ProtoReader reader = new ProtoReader(response, LIMITS);
    int tag = reader.tag();
    assertThat(ProtoReader.field(tag)).isEqualTo(1000);
    reader.skip(tag);
    assertThat(reader.more()).as("anything beside the failure").isFalse();
  }

  public void aFailureFitsAndCanBeSaidWhateverItsMessage() {
    Cart failing =
        (Cart)
            java.lang.reflect.Proxy.newProxyInstance(
                Cart.class.getClassLoader(),
                new Class<?>[] {Cart.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("\uD800" + "x".repeat(5_000_000));
                });
    byte[] response = serve(failing, 1, new byte[0]);
    assertThatThrownBy(
            () -> new Cart_Stub.Get("").readResponse(new ProtoReader(response, LIMITS)))
        .isExactlyInstanceOf(ComponentException.class)
        .hasMessageContaining(": ?xxx");
  }

  public void describesItsMethods() {
    assertThat(new Cart_Descriptor().methods())
        .containsExactly(
            new MethodDescriptor(0, "add", "Add", false, true),
            new MethodDescriptor(1, "get", "Get", true, true),
            new MethodDescriptor(2, "clear", "Clear", false, false),
            new MethodDescriptor(3, "sign", "Sign", false, false),
            new MethodDescriptor(4, "size", "Size", false, false));
    assertThat(new Catalog_Descriptor().name()).isEqualTo("ProductCatalog");
    assertThat(new Catalog_Descriptor().serviceName()).isEqualTo("shop.productcatalog.ProductCatalog");
  }

}
