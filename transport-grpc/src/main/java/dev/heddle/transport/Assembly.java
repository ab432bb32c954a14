package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import java.util.Arrays;

/** A message that comes in parts. For one thread. */
final class Assembly {
  /** A longer one grows with what comes of it, for its length is only a promise. */
  private static final int TRUSTED = 1024 * 1024;

  private final int total;
  private byte[] bytes;
  private int filled;
  private int allowed = TunnelLimits.CREDIT_BYTES;

  /** A message of {@code total} bytes. */
  Assembly(int total) {
    this.total = total;
    this.bytes = new byte[Math.min(total, TRUSTED)];
  }

  /** Takes the next part. */
  void add(byte[] source, int from, int length) {
    if (length == 0 || length > total - filled) {
      throw new MalformedMessageException(
          "a chunk of " + length + " bytes where " + (total - filled) + " are left");
    }
    allowed -= length;
    if (allowed < 0) throw new MalformedMessageException("a chunk without credit");
    if (bytes.length - filled < length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(total, 2L * bytes.length));
    }
    System.arraycopy(source, from, bytes, filled, length);
    filled += length;
  }

  /** How much credit is to be given now: nothing, or half of the whole. */
  int credit() {
    if (complete() || allowed > TunnelLimits.CREDIT_BYTES / 2) return 0;
    int credit = TunnelLimits.CREDIT_BYTES - allowed;
    allowed += credit;
    return credit;
  }

  /** Whether all has come. */
  boolean complete() {
    return filled == total;
  }

  /** The message, once it is complete. */
  byte[] message() {
    return bytes;
  }
}
