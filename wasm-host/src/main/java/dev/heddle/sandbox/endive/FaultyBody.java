package dev.heddle.sandbox.endive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Finds the function for which a module is not valid. */
final class FaultyBody {
  private static final int HEADER_BYTES = 8;
  private static final int CODE = 10;
  private static final int SMALLEST = 3;
  private static final byte UNREACHABLE = 0;
  private static final byte NOP = 1;
  private static final byte END = 0x0b;

  private FaultyBody() {}

  private record Body(int from, int to) {}

  /**
   * Position among the module's own functions of the first that is not valid; empty when it is not
   * for one of them that the module is not.
   */
  static OptionalInt find(byte[] module, Predicate<byte[]> valid) {
    List<Body> bodies = bodies(ByteBuffer.wrap(module).position(HEADER_BYTES));
    if (!valid.test(emptied(module, bodies))) return OptionalInt.empty();
    int low = 0;
    int high = bodies.size();
    // With the first low bodies it is valid, with the first high ones it is not.
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      boolean good = valid.test(emptied(module, bodies.subList(middle, bodies.size())));
      if (good) low = middle;
      else high = middle;
    }
    return OptionalInt.of(low);
  }

  /** The module with bodies that do nothing but trap, each as long as it was. */
  private static byte[] emptied(byte[] module, List<Body> bodies) {
    byte[] emptied = module.clone();
    for (Body body : bodies) {
      if (body.to() - body.from() < SMALLEST) continue;
      Arrays.fill(emptied, body.from(), body.to(), NOP);
      emptied[body.from()] = 0;
      emptied[body.from() + 1] = UNREACHABLE;
      emptied[body.to() - 1] = END;
    }
    return emptied;
  }

  private static List<Body> bodies(ByteBuffer in) {
    List<Body> bodies = new ArrayList<>();
    while (in.hasRemaining()) {
      int section = in.get();
      int size = number(in);
      if (section == CODE) {
        int count = number(in);
        for (int i = 0; i < count; i++) {
          int length = number(in);
          bodies.add(new Body(in.position(), in.position() + length));
          in.position(in.position() + length);
        }
        return bodies;
      }
      in.position(in.position() + size);
    }
    return bodies;
  }

  private static int number(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) return number;
    }
  }
}
