package dev.heddle.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Endive 1.0.0 takes a block's type of index 64 to 127 for a value type; this gives such blocks
 * copies of their types with higher indices.
 */
final class BlockTypeFix {
  private final byte[] module;
  private final List<byte[]> functionTypes = new ArrayList<>();
  private final Map<Integer, Integer> moved = new LinkedHashMap<>();
  private ByteBuffer in;
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int copied;

  private BlockTypeFix(byte[] module) {
    this.module = module;
    in = ByteBuffer.wrap(module);
  }

  static byte[] apply(byte[] module) {
    return new BlockTypeFix(module).apply();
  }

  private byte[] apply() {
    Map<Integer, byte[]> sections = new LinkedHashMap<>();
    List<int[]> order = new ArrayList<>();
    in.position(8);
    while (in.hasRemaining()) {
      int id = in.get();
      int size = unsigned();
      order.add(new int[] {id, in.position(), size});
      in.position(in.position() + size);
    }
    for (int[] section : order) if (section[0] == 1) readTypes(section[1]);
    for (int[] section : order) if (section[0] == 10) sections.put(10, code(section[1]));
    for (int[] section : order) if (section[0] == 1) sections.put(1, types(section));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(module, 0, 8);
    for (int[] section : order) {
      byte[] content = sections.get(section[0]);
      if (section[0] == 0 || content == null) {
        content = java.util.Arrays.copyOfRange(module, section[1], section[1] + section[2]);
      }
      whole.write(section[0]);
      write(whole, content.length);
      whole.writeBytes(content);
    }
    return whole.toByteArray();
  }

  private byte[] types(int[] section) {
    in.position(section[1]);
    int groups = unsigned();
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    write(types, groups + moved.size());
    types.write(module, in.position(), section[1] + section[2] - in.position());
    moved.keySet().forEach(type -> types.writeBytes(functionTypes.get(type)));
    return types.toByteArray();
  }

  private void readTypes(int start) {
    in.position(start);
    int groups = unsigned();
    for (int i = 0; i < groups; i++) {
      int members = 1;
      if (peek() == 0x4e) {
        in.get();
        members = unsigned();
      }
      for (int j = 0; j < members; j++) readType();
    }
  }

  private void readType() {
    if (peek() == 0x50 || peek() == 0x4f) {
      in.get();
      int supertypes = unsigned();
      for (int i = 0; i < supertypes; i++) unsigned();
    }
    int start = in.position();
    switch (in.get()) {
      case 0x60 -> {
        for (int side = 0; side < 2; side++) {
          int values = unsigned();
          for (int i = 0; i < values; i++) storageType();
        }
      }
      case 0x5f -> {
        int fields = unsigned();
        for (int i = 0; i < fields; i++) {
          storageType();
          in.get();
        }
      }
      default -> {
        storageType();
        in.get();
      }
    }
    functionTypes.add(java.util.Arrays.copyOfRange(module, start, in.position()));
  }

  private void storageType() {
    int type = in.get();
    if (type == 0x63 || type == 0x64) unsigned();
  }

  private byte[] code(int start) {
    in.position(start);
    int functions = unsigned();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    write(all, functions);
    for (int i = 0; i < functions; i++) {
      int size = unsigned();
      int end = in.position() + size;
      out = new ByteArrayOutputStream();
      copied = in.position();
      int locals = unsigned();
      for (int j = 0; j < locals; j++) {
        unsigned();
        storageType();
      }
      while (in.position() < end) instruction();
      out.write(module, copied, end - copied);
      write(all, out.size());
      all.writeBytes(out.toByteArray());
    }
    return all.toByteArray();
  }

  private void blockType() {
    int start = in.position();
    int first = peek();
    int type = unsigned();
    if (first == 0x40 || (first & 0xc0) == 0x40) {
      if (first == 0x63 || first == 0x64) unsigned();
      return;
    }
    if (type < 64 || type > 127) return;
    int target = moved.computeIfAbsent(type, any -> functionTypes.size() + moved.size());
    out.write(module, copied, start - copied);
    write(out, target);
    if (target < 128 || out.toByteArray()[out.size() - 1] >= 64) {
      throw new IllegalStateException("an index that needs another byte: " + target);
    }
    copied = in.position();
  }

  private void instruction() {
    int code = in.get() & 0xff;
    switch (code) {
      case 2, 3, 4 -> blockType();
      case 0x1f -> tryTable();
      case 8, 0xc, 0xd, 0x10, 0x12, 0x14, 0x15, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26 ->
          unsigned();
      case 0xd0, 0xd2, 0xd5, 0xd6, 0x3f, 0x40, 0x41, 0x42 -> unsigned();
      case 0x11, 0x13 -> skip(2);
      case 0xe -> skip(unsigned() + 1);
      case 0x1c -> {
        int values = unsigned();
        for (int i = 0; i < values; i++) storageType();
      }
      case 0x43 -> in.position(in.position() + 4);
      case 0x44 -> in.position(in.position() + 8);
      case 0xfc -> {
        int bulk = unsigned();
        if (bulk >= 8) skip(bulk == 9 || bulk == 11 || bulk >= 13 && bulk != 14 ? 1 : 2);
      }
      case 0xfb -> garbageCollected(unsigned());
      default -> {
        if (code >= 0x28 && code <= 0x3e) skip(2);
      }
    }
  }

  private void tryTable() {
    blockType();
    int clauses = unsigned();
    for (int i = 0; i < clauses; i++) skip(in.get() < 2 ? 2 : 1);
  }

  private void garbageCollected(int code) {
    switch (code) {
      case 0, 1, 6, 7, 11, 12, 13, 14, 16, 20, 21, 22, 23 -> skip(1);
      case 2, 3, 4, 5, 8, 9, 10, 17, 18, 19 -> skip(2);
      case 24, 25 -> {
        in.get();
        skip(3);
      }
      default -> {}
    }
  }

  private void skip(int numbers) {
    for (int i = 0; i < numbers; i++) unsigned();
  }

  private int peek() {
    return in.get(in.position()) & 0xff;
  }

  /** Any number: signed ones are only skipped. */
  private int unsigned() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.get();
      if (shift < 32) number |= (next & 0x7f) << shift;
      if (next >= 0) return number;
    }
  }

  private static void write(ByteArrayOutputStream out, int number) {
    int rest = number;
    for (; rest >= 0x80; rest >>>= 7) out.write(rest & 0x7f | 0x80);
    out.write(rest);
  }
}
