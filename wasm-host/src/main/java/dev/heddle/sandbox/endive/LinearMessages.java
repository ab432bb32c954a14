package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.engine.HostFunctions;
import java.nio.charset.StandardCharsets;

/** Messages in the memory of a guest, each by its address and length. */
final class LinearMessages {
  private final GuestRuntime runtime;
  private final HostFunctions host;
  private final int allocate;

  LinearMessages(GuestRuntime runtime, HostFunctions host) {
    this.runtime = runtime;
    this.host = host;
    this.allocate = runtime.export("heddle_allocate");
  }

  /** Copies a message to where the guest wants it, and tells the address. */
  int write(byte[] message) {
    int pointer = (int) runtime.call(allocate, message.length)[0];
    check(pointer, message.length);
    runtime.memory().write(pointer, message);
    return pointer;
  }

  /** Reads the message whose address is in the upper and whose length in the lower half. */
  byte[] read(long addressAndLength) {
    return read((int) (addressAndLength >>> 32), (int) addressAndLength);
  }

  byte[] read(int pointer, int length) {
    long longest = Integer.toUnsignedLong(length);
    if (longest > host.longestMessage()) throw host.tooLong(longest);
    check(pointer, length);
    return runtime.memory().readBytes(pointer, length);
  }

  String text(int pointer, int length) {
    return new String(read(pointer, length), StandardCharsets.UTF_8);
  }

  /** Bytes that are there whatever their number means: the memory has at most 256 MiB. */
  private void check(int pointer, int length) {
    long end = Integer.toUnsignedLong(pointer) + Integer.toUnsignedLong(length);
    if (end > runtime.memory().pages() * 65_536L) {
      throw new IllegalStateException("the guest gave a message outside of its memory");
    }
  }
}
