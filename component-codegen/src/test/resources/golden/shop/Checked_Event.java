package shop;

import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** What the framework knows of the event {@link Checked}. */
@Generated("dev.heddle.codegen")
public final class Checked_Event implements EventDescriptor<Checked> {

  /** Named by the descriptors of those who publish it or subscribe to it. */
  public Checked_Event() {}

  @Override
  public String name() {
    return "Checked";
  }

  @Override
  public Class<Checked> type() {
    return Checked.class;
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public String messageName() {
    return "shop.checked.Checked";
  }

  @Override
  public String protoResource() {
    return "META-INF/heddle/proto/shop/checked/Checked.proto";
  }

  @Override
  public Optional<String> key(Checked event) {
    return Optional.of(Long.toString(event.count()));
  }

  @Override
  public void write(Checked event, ProtoWriter out) {
    Checked_Codec.writeChecked(out, event);
  }

  @Override
  public Checked read(ProtoReader in) {
    return Checked_Codec.readChecked(in);
  }
}
