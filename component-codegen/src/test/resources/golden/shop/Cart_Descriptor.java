package shop;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** What the framework knows of the component {@link Cart}. */
@Generated("dev.heddle.codegen")
public final class Cart_Descriptor implements ComponentDescriptor<Cart> {
  static final MethodDescriptor ADD = new MethodDescriptor(0, "add", "Add", false, true);
  static final MethodDescriptor GET = new MethodDescriptor(1, "get", "Get", true, true);
  static final MethodDescriptor CLEAR = new MethodDescriptor(2, "clear", "Clear", false, false);
  static final MethodDescriptor SIGN = new MethodDescriptor(3, "sign", "Sign", false, false);
  static final MethodDescriptor SIZE = new MethodDescriptor(4, "size", "Size", false, false);
  private static final List<MethodDescriptor> METHODS = List.of(ADD, GET, CLEAR, SIGN, SIZE);

  /** Loaded by the framework, by name. */
  public Cart_Descriptor() {}

  @Override
  public String name() {
    return "Cart";
  }

  @Override
  public Class<Cart> type() {
    return Cart.class;
  }

  @Override
  public String serviceName() {
    return "shop.cart.Cart";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/shop/cart/Cart.proto";
  }

  @Override
  public List<MethodDescriptor> methods() {
    return METHODS;
  }

  @Override
  public Cart stub(Edge<Cart> edge) {
    return new Cart_Stub(edge);
  }

  @Override
  public void bind(Cart stub, @Nullable Cart local) {
    ((Cart_Stub) stub).local = local;
  }

  @Override
  public void callUncounted(Cart stub, int method, @Nullable Cart local) {
    ((Cart_Stub) stub).callUncounted(method, local);
  }

  @Override
  public Skeleton skeleton(Cart implementation) {
    return new Cart_Skeleton(implementation);
  }
}
