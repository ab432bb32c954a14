package dev.heddle.sandbox.module;

/** Reads element and data segments and counts what is in them. */
final class Segments {
  private final ModuleReader module;
  private long elements;
  private int dataSegments;
  private long dataBytes;

  Segments(ModuleReader module) {
    this.module = module;
  }

  long elements() {
    return elements;
  }

  int dataSegments() {
    return dataSegments;
  }

  long dataBytes() {
    return dataBytes;
  }

  /**
   * Reads an element segment. Bit 0 of its flags: not copied at the start; bit 1: names its table,
   * or is only declared; bit 2: expressions in place of functions' indices.
   */
  void element(BinaryReader in) {
    int flags = in.count();
    if (flags > 7) throw in.malformed("unknown form of element segment");
    boolean active = (flags & 1) == 0;
    boolean expressions = (flags & 4) != 0;
    if (active && (flags & 2) != 0) in.count();
    if (active) module.constant(in);
    if ((flags & 3) != 0) kind(in, expressions);
    int count = in.entries();
    elements += count;
    for (int i = 0; i < count; i++) entry(in, expressions);
  }

  private static void kind(BinaryReader in, boolean expressions) {
    if (expressions) {
      if (!ValueType.read(in).isReference()) throw in.malformed("segment of values");
    } else if (in.u8() != 0) {
      throw in.malformed("unknown kind of elements");
    }
  }

  /** Entries are evaluated whenever they are copied, so what they allocate would go unnoticed. */
  private void entry(BinaryReader in, boolean expression) {
    if (!expression) {
      module.functionIndex(in);
      return;
    }
    int at = in.position();
    if (module.constant(in) > 0) {
      throw new MalformedModuleException(at, "element that allocates");
    }
  }

  void data(BinaryReader in) {
    int flags = in.count();
    if (flags > 2) throw in.malformed("unknown form of data segment");
    if (flags == 2) in.count();
    if (flags != 1) module.constant(in);
    int length = in.count();
    in.skip(length);
    dataSegments++;
    dataBytes += length;
  }
}
