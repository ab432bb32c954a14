package dev.heddle.transport;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One message of frames.
 *
 * @param bytes holds its beginning
 * @param length bytes of that
 * @param tail holds its end
 * @param from where the end begins in there
 * @param tailLength bytes of that
 */
record Batch(byte[] bytes, int length, byte[] tail, int from, int tailLength) {
  private static final byte[] NOTHING = {};

  /** One that is in one piece. */
  Batch(byte[] bytes, int length) {
    this(bytes, length, NOTHING, 0, 0);
  }

  int size() {
    return length + tailLength;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    if (tailLength > 0) out.write(tail, from, tailLength);
  }
}
