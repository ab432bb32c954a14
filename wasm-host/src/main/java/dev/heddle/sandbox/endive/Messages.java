package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.engine.HostFunctions;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.WasmArray;
import run.endive.runtime.WasmStruct;

/**
 * Messages as objects of a Java guest: a struct, one of whose fields is an array of bytes. New ones
 * are copies of one that the guest made, which costs less than asking it for each.
 */
final class Messages {
  private static final long HEADER_BYTES = 128;
  private static final long BYTES_PER_BYTE = 8;

  private final WasmStruct empty;
  private final int field;
  private final int arrayType;
  private final MeteredMemory memory;
  private final HostFunctions host;

  Messages(Object empty, MeteredMemory memory, HostFunctions host) {
    if (!(empty instanceof WasmStruct struct)) throw new IllegalArgumentException("not a message");
    this.empty = struct;
    this.field = arrayField(struct);
    this.arrayType = ((WasmArray) struct.fieldRef(field)).typeIdx();
    this.memory = memory;
    this.host = host;
  }

  private static int arrayField(WasmStruct struct) {
    for (int i = 0; i < struct.fieldCount(); i++) {
      if (struct.fieldRef(i) instanceof WasmArray) return i;
    }
    throw new IllegalArgumentException("not a message");
  }

  /** An object of the guest with these bytes, for which it pays. */
  Object create(byte[] bytes) {
    memory.bytes -= HEADER_BYTES + bytes.length * BYTES_PER_BYTE;
    if (memory.bytes < 0) throw new IllegalStateException("the guest has no bytes left");
    long[] elements = new long[bytes.length];
    for (int i = 0; i < bytes.length; i++) elements[i] = bytes[i] & 0xff;
    int count = empty.fieldCount();
    long[] fields = new long[count];
    @Nullable Object[] references = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      fields[i] = empty.field(i);
      references[i] = empty.fieldRef(i);
    }
    references[field] = WasmArray.builder().typeIdx(arrayType).elements(elements).build();
    return WasmStruct.builder()
        .typeIdx(empty.typeIdx())
        .fields(fields)
        .fieldRefs(references)
        .build();
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
    if (!(message instanceof WasmStruct struct)
        || struct.typeIdx() != empty.typeIdx()
        || !(struct.fieldRef(field) instanceof WasmArray array)) {
      throw new IllegalStateException("the guest gave something else than a message");
    }
    long[] elements = array.elements();
    if (elements.length > host.longestMessage()) throw host.tooLong(elements.length);
    byte[] bytes = new byte[elements.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) elements[i];
    return bytes;
  }
}
