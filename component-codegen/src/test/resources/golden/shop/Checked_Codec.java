package shop;

import static dev.heddle.component.wire.InvalidValueException.present;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** Values of {@link Checked} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class Checked_Codec {

  private Checked_Codec() {}

  static void writeChecked(ProtoWriter out, Checked checked) {
    long count = checked.count();
    if (count != 0) out.int64(2, count);
    String what = present(checked.what(), "Checked.what");
    if (!what.isEmpty()) out.string(1, what);
  }

  static Checked readChecked(ProtoReader in) {
    String what = "";
    long count = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        what = in.string(tag);
        tag = in.tag();
      }
      if (tag == 16) {
        count = in.int64(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new Checked(what, count);
  }
}
