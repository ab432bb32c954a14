package shop;

import static dev.heddle.component.wire.InvalidValueException.present;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link Cart}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class Cart_Stub implements Cart {
  private final Edge<Cart> edge;
  private final CallCounter addCounter;
  private final CallCounter getCounter;
  private final CallCounter clearCounter;
  private final CallCounter signCounter;
  private final CallCounter sizeCounter;
  private volatile @Nullable Cart addUncounted;
  private volatile @Nullable Cart getUncounted;
  private volatile @Nullable Cart clearUncounted;
  private volatile @Nullable Cart signUncounted;
  private volatile @Nullable Cart sizeUncounted;
  volatile @Nullable Cart local;

  Cart_Stub(Edge<Cart> edge) {
    this.edge = edge;
    this.addCounter = edge.counter(Cart_Descriptor.ADD);
    this.getCounter = edge.counter(Cart_Descriptor.GET);
    this.clearCounter = edge.counter(Cart_Descriptor.CLEAR);
    this.signCounter = edge.counter(Cart_Descriptor.SIGN);
    this.sizeCounter = edge.counter(Cart_Descriptor.SIZE);
  }

  void callUncounted(int method, @Nullable Cart local) {
    switch (method) {
      case 0 -> addUncounted = local;
      case 1 -> getUncounted = local;
      case 2 -> clearUncounted = local;
      case 3 -> signUncounted = local;
      case 4 -> sizeUncounted = local;
      default -> throw new IllegalArgumentException("Cart has no method " + method);
    }
  }

  @Override
  public Cart.CartView add(String userId, Cart.LineItem item) throws CartFull, NoSuchProduct {
    Cart local = addUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return addLeaving(userId, item);
      }
      begun = addCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.add(userId, item);
    } catch (CartFull declared) {
      throw addCounter.declared(declared);
    } catch (NoSuchProduct declared) {
      throw addCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw addCounter.undeclared(undeclared);
    } finally {
      addCounter.end(begun);
    }
  }

  private Cart.CartView addLeaving(
      String userId, Cart.LineItem item) throws CartFull, NoSuchProduct {
    try {
      return edge.call(new Add(userId, item));
    } catch (CartFull | RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Cart.add does not declare", unexpected);
    }
  }

  @Override
  public Cart.CartView get(String userId) {
    Cart local = getUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return getLeaving(userId);
      }
      begun = getCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.get(userId);
    } catch (Throwable undeclared) {
      throw getCounter.undeclared(undeclared);
    } finally {
      getCounter.end(begun);
    }
  }

  private Cart.CartView getLeaving(String userId) {
    try {
      return edge.call(new Get(userId));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Cart.get does not declare", unexpected);
    }
  }

  @Override
  public void clear(String local, boolean edge) {
    Cart local2 = clearUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local2 == null) {
      local2 = this.local;
      if (local2 == null) {
        clearLeaving(local, edge);
        return;
      }
      begun = clearCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local2.clear(local, edge);
      return;
    } catch (Throwable undeclared) {
      throw clearCounter.undeclared(undeclared);
    } finally {
      clearCounter.end(begun);
    }
  }

  private void clearLeaving(String local, boolean edge) {
    try {
      this.edge.call(new Clear(local, edge));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Cart.clear does not declare", unexpected);
    }
  }

  @Override
  public byte[] sign(byte[] document) {
    Cart local = signUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return signLeaving(document);
      }
      begun = signCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.sign(document.clone()).clone();
    } catch (Throwable undeclared) {
      throw signCounter.undeclared(undeclared);
    } finally {
      signCounter.end(begun);
    }
  }

  private byte[] signLeaving(byte[] document) {
    try {
      return edge.call(new Sign(document));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Cart.sign does not declare", unexpected);
    }
  }

  @Override
  public int size(String userId) {
    Cart local = sizeUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return sizeLeaving(userId);
      }
      begun = sizeCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.size(userId);
    } catch (Throwable undeclared) {
      throw sizeCounter.undeclared(undeclared);
    } finally {
      sizeCounter.end(begun);
    }
  }

  private int sizeLeaving(String userId) {
    try {
      return edge.call(new Size(userId));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Cart.size does not declare", unexpected);
    }
  }

  /** A call of {@code add}, which is also its request message. */
  record Add(String userId, Cart.LineItem item) implements Invocation<Cart, Cart.CartView> {

    @Override
    public MethodDescriptor method() {
      return Cart_Descriptor.ADD;
    }

    @Override
    public Cart.CartView invoke(Cart implementation) throws CartFull, NoSuchProduct {
      return implementation.add(userId, item);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Cart_Codec.writeAddRequest(request, this);
    }

    @Override
    public Cart.CartView readResponse(ProtoReader response) throws CartFull, NoSuchProduct {
      return Cart_Codec.readAddResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof CartFull || failure instanceof NoSuchProduct;
    }

    @Override
    public String routingKey() {
      return present(userId, "Cart.add(userId)");
    }
  }

  /** A call of {@code get}, which is also its request message. */
  record Get(String userId) implements Invocation<Cart, Cart.CartView> {

    @Override
    public MethodDescriptor method() {
      return Cart_Descriptor.GET;
    }

    @Override
    public Cart.CartView invoke(Cart implementation) {
      return implementation.get(userId);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Cart_Codec.writeGetRequest(request, this);
    }

    @Override
    public Cart.CartView readResponse(ProtoReader response) {
      return Cart_Codec.readGetResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }

    @Override
    public String routingKey() {
      return present(userId, "Cart.get(userId)");
    }
  }

  /** A call of {@code clear}, which is also its request message. */
  record Clear(String local, boolean edge) implements Invocation<Cart, Void> {

    @Override
    public MethodDescriptor method() {
      return Cart_Descriptor.CLEAR;
    }

    @Override
    public Void invoke(Cart implementation) {
      implementation.clear(local, edge);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Cart_Codec.writeClearRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) {
      Cart_Codec.readClearResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code sign}, which is also its request message. */
  record Sign(byte[] document) implements Invocation<Cart, byte[]> {

    @Override
    public MethodDescriptor method() {
      return Cart_Descriptor.SIGN;
    }

    @Override
    public byte[] invoke(Cart implementation) {
      return implementation.sign(document.clone()).clone();
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Cart_Codec.writeSignRequest(request, this);
    }

    @Override
    public byte[] readResponse(ProtoReader response) {
      return Cart_Codec.readSignResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code size}, which is also its request message. */
  record Size(String userId) implements Invocation<Cart, Integer> {

    @Override
    public MethodDescriptor method() {
      return Cart_Descriptor.SIZE;
    }

    @Override
    public Integer invoke(Cart implementation) {
      return implementation.size(userId);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Cart_Codec.writeSizeRequest(request, this);
    }

    @Override
    public Integer readResponse(ProtoReader response) {
      return Cart_Codec.readSizeResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }
}
