package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.component.Runtime;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.Log_Descriptor;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.RandomSource_Descriptor;
import dev.heddle.component.capability.Settings;
import dev.heddle.component.capability.Settings_Descriptor;
import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.SettingValues;
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

  public void constructsAnImplementationFromItsDependencies() {
    PersistentCart_Implementation implementation = new PersistentCart_Implementation();
    assertThat(implementation.runtime()).isEqualTo(Runtime.WASM);
    assertThat(implementation.dependencies())
        .containsExactly(
            new Dependency("log", Log.class, Dependency.Kind.CAPABILITY),
            new Dependency("catalog", Catalog.class, Dependency.Kind.COMPONENT));
    Cart cart =
        implementation.create(
            new Dependencies() {
              @Override
              public <T> T get(int index, Class<T> type) {
                Log log = (level, line) -> {};
                return type.cast(index == 0 ? log : CATALOG);
              }

              @Override
              public <T> Optional<T> optional(int index, Class<T> type) {
                throw new AssertionError("everything is required");
              }
            });
    assertThat(cart.size("ann")).isZero();
  }

  public void asksForWhatMayBeMissing() {
    DiscountedCart_Implementation implementation = new DiscountedCart_Implementation();
    assertThat(implementation.name()).isEqualTo("discounted");
    assertThat(implementation.primary()).isTrue();
    assertThat(implementation.maxReplicas()).isEqualTo(1);
    assertThat(implementation.dependencies())
        .containsExactly(
            new Dependency("catalog", Catalog.class, Dependency.Kind.COMPONENT, true),
            new Dependency(
                "random",
                dev.heddle.component.capability.RandomSource.class,
                Dependency.Kind.CAPABILITY,
                true),
            new Dependency("limits", CartLimits.class, Dependency.Kind.SETTINGS));
    Cart cart =
        implementation.create(
            new Dependencies() {
              @Override
              public <T> T get(int index, Class<T> type) {
                assertThat(index).isEqualTo(2);
                return type.cast(limits(Map.of("most-items", "7")));
              }

              @Override
              public <T> Optional<T> optional(int index, Class<T> type) {
                return index == 0 ? Optional.of(type.cast(CATALOG)) : Optional.empty();
              }
            });
    assertThat(cart.size("ann")).isEqualTo(9);
  }

  private static CartLimits limits(Map<String, String> configured) {
    return new CartLimits_Settings().bind(new SettingValues(configured));
  }

  public void readsSettingsIntoTheirRecord() {
    assertThat(limits(Map.of()))
        .isEqualTo(
            new CartLimits(
                10,
                5_000_000_000L,
                0.5,
                true,
                "",
                new java.math.BigDecimal("4.99"),
                java.time.Duration.ofSeconds(30),
                java.net.URI.create("https://example.com"),
                CartLimits.Sorting.BY_WEIGHT,
                Optional.empty(),
                Optional.empty(),
                List.of("tea", "cups")));
    CartLimits limits =
        limits(
            Map.of("MOST_ITEMS", "3", "sorting", "BY_NAME", "warnat", "2", "fallback", "by-name"));
    assertThat(limits.mostItems()).isEqualTo(3);
    assertThat(limits.sorting()).isEqualTo(CartLimits.Sorting.BY_NAME);
    assertThat(limits.warnAt()).contains(2);
    assertThat(limits.fallback()).contains(CartLimits.Sorting.BY_NAME);
    assertThat(new DiscountedCart_Implementation().settings().orElseThrow().keys())
        .contains("most-items", "warn-at")
        .hasSize(12);
  }

  public void tellsAllThatIsWrongWithSettingsAtOnce() {
    assertThatThrownBy(() -> limits(Map.of("most-items", "many", "sorting", "by-age")))
        .isInstanceOfSatisfying(
            dev.heddle.component.spi.InvalidSettingsException.class,
            invalid ->
                assertThat(invalid.wrong())
                    .extracting(wrong -> wrong.key() + " " + wrong.found() + ". " + wrong.remedy())
                    .containsExactly(
                        "most-items is 'many'. Set it to a whole number from -2147483648 to"
                            + " 2147483647",
                        "sorting is 'by-age'. Set it to one of by-name, by-weight"));
    assertThatThrownBy(() -> limits(Map.of("most-items", "0")))
        .hasMessageContaining("are refused: most-items is at least 1");
  }

  public void aGuestDoesWithoutWhatItsHostHasNot() {
    assertThat(sizeInGuest(false)).isEqualTo(4);
    assertThat(sizeInGuest(true)).isEqualTo(7);
  }

  private static Settings settings(String key, String value) {
    return new Settings() {
      @Override
      public Optional<String> get(String wanted) {
        return Optional.ofNullable(all().get(wanted));
      }

      @Override
      public Map<String, String> all() {
        return Map.of(key, value);
      }
    };
  }

  private static final class FixedRandom implements RandomSource {
    @Override
    public long nextLong() {
      return 4;
    }

    @Override
    public int nextInt(int bound) {
      return 0;
    }

    @Override
    public byte[] nextBytes(int count) {
      return new byte[count];
    }

    @Override
    public java.util.UUID nextUuid() {
      return new java.util.UUID(0, 4);
    }
  }

  private static int sizeInGuest(boolean present) {
    DiscountedCart_Guest.start(
        new Surroundings(
            present ? new Catalog_Descriptor().skeleton(CATALOG) : null,
            present ? new RandomSource_Descriptor().skeleton(new FixedRandom()) : null,
            new Settings_Descriptor().skeleton(settings("most-items", "4"))));
    Cart_Stub.Size size = new Cart_Stub.Size("ann");
    ProtoWriter request = new ProtoWriter(LIMITS);
    size.writeRequest(request);
    byte[] response =
        DiscountedCart_Guest.invoke(size.method().index(), request.toByteArray());
    return size.readResponse(new ProtoReader(response, LIMITS));
  }

  public void leavesTheConstructionOfBeansToSpring() {
    SpringCatalog_Implementation implementation = new SpringCatalog_Implementation();
    assertThat(implementation.dependencies())
        .containsExactly(
            new Dependency("products", java.util.function.Supplier.class, Dependency.Kind.BEAN));
    assertThatThrownBy(() -> implementation.create(null))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  public void aGuestReachesItsComponentsAndCapabilitiesThroughTheHost() {
    List<String> lines = new ArrayList<>();
    PersistentCart_Guest.start(
        new Surroundings(
            new Log_Descriptor().skeleton((level, line) -> lines.add(line)),
            (method, request, response) -> {
              lines.add("call 1." + method);
              new Catalog_Descriptor().skeleton(CATALOG).invoke(method, request, response);
            }));
    Cart_Stub.Add add = new Cart_Stub.Add("ann", new LineItem("tea", 2, PRICE));
    ProtoWriter request = new ProtoWriter(LIMITS);
    add.writeRequest(request);

    byte[] response = PersistentCart_Guest.invoke(0, request.toByteArray());

    try {
      assertThat(add.readResponse(new ProtoReader(response, LIMITS)).items()).hasSize(1);
    } catch (CartFull unexpected) {
      throw new AssertionError(unexpected);
    }
    // The catalog's own method comes first, so the inherited one has the last index.
    assertThat(lines).containsExactly("add for ann", "call 1.2");
  }
}
