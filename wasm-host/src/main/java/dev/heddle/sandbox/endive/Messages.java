package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.GuestArray.OfBytes;
import dev.heddle.sandbox.endive.objects.GuestMessage;
import dev.heddle.sandbox.endive.objects.GuestStruct;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.engine.HostFunctions;
import org.jspecify.annotations.Nullable;

/**
 * Messages as objects of a Java guest: a struct, one of whose fields is an array of bytes. New ones
 * are copies of one that the guest made, which costs less than asking it for each.
 */
final class Messages {
  private static final long HEADER_BYTES = 128;

  private final GuestStruct empty;
  private final int arrayType;
  private final MeteredMemory memory;
  private final HostFunctions host;

  Messages(Object empty, MeteredMemory memory, HostFunctions host) {
    if (!(empty instanceof GuestStruct struct)
        || !(struct instanceof GuestMessage message)
        || !(message.content() instanceof OfBytes array)) {
      throw new IllegalArgumentException("not a message");
    }
    this.empty = struct;
    this.arrayType = array.typeIdx();
    this.memory = memory;
    this.host = host;
  }

  /** An object of the guest with these bytes, for which it pays. */
  Object create(byte[] bytes) {
    memory.bytes -= HEADER_BYTES + bytes.length;
    if (memory.bytes < 0) throw new GuestTrapException("the guest has no bytes left");
    GuestStruct message = empty.copy();
    ((GuestMessage) message).content(new OfBytes(arrayType, bytes.clone()));
    return message;
  }

  @Nullable Object createOrNull(byte @Nullable [] bytes) {
    return bytes == null ? null : create(bytes);
  }

  /** The bytes of an object of the guest. */
  byte[] read(@Nullable Object message) {
    byte[] bytes = readOrNull(message);
    if (bytes == null) throw new IllegalStateException("the guest gave no message");
    return bytes;
  }

  byte @Nullable [] readOrNull(@Nullable Object message) {
    if (message == null) return null;
    if (!(message instanceof GuestMessage known) || !(known.content() instanceof OfBytes array)) {
      throw new IllegalStateException("the guest gave something else than a message");
    }
    if (array.length > host.longestMessage()) throw host.tooLong(array.length);
    return array.elements.clone();
  }
}
