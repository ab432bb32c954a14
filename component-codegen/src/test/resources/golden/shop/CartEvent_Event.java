package shop;

import static dev.heddle.component.wire.InvalidValueException.present;

import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** What the framework knows of the event {@link CartEvent}. */
@Generated("dev.heddle.codegen")
public final class CartEvent_Event implements EventDescriptor<CartEvent> {

  /** Named by the descriptors of those who publish it or subscribe to it. */
  public CartEvent_Event() {}

  @Override
  public String name() {
    return "CartChanges";
  }

  @Override
  public Class<CartEvent> type() {
    return CartEvent.class;
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public String messageName() {
    return "shop.cartchanges.CartEvent";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/shop/cartchanges/CartChanges.proto";
  }

  @Override
  public Optional<String> key(CartEvent event) {
    return switch (event) {
      case CartEvent.Filled it -> Optional.of(present(it.userId(), "Filled.userId"));
      case CartEvent.Cleared it -> Optional.of(present(it.cart(), "Cleared.cart").toString());
      case CartEvent.AllCleared it -> Optional.empty();
    };
  }

  @Override
  public void write(CartEvent event, ProtoWriter out) {
    CartEvent_Codec.writeCartEvent(out, event);
  }

  @Override
  public CartEvent read(ProtoReader in) {
    return CartEvent_Codec.readCartEvent(in);
  }
}
