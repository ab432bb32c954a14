package dev.heddle.sandbox.module;

/**
 * The type of a value.
 *
 * @param code its byte in the binary format
 * @param heap for a reference with a heap type of its own, that type: an index, or negative for an
 *     abstract one; else 0
 */
record ValueType(int code, long heap) {
  static final int I32 = 0x7f;
  static final int I64 = 0x7e;
  private static final int NUMBERS_FROM = 0x7c;
  private static final int NULLABLE_REFERENCE = 0x63;
  private static final int REFERENCE = 0x64;
  private static final int ABSTRACT_FROM = 0x69;
  private static final int ABSTRACT_TO = 0x74;
  private static final int PACKED_FROM = 0x77;
  private static final int PACKED_TO = 0x78;

  private static final ValueType[] SHARED = new ValueType[0x80];

  static {
    for (int code = 0; code < SHARED.length; code++) SHARED[code] = new ValueType(code, 0);
  }

  static ValueType read(BinaryReader in) {
    int at = in.position();
    return of(in.u8(), at, in);
  }

  /** A value type, or one of the two packed types that fields may have. */
  static ValueType readStorage(BinaryReader in) {
    int at = in.position();
    int code = in.u8();
    return code == PACKED_FROM || code == PACKED_TO ? SHARED[code] : of(code, at, in);
  }

  static ValueType of(int code, int at, BinaryReader in) {
    if (code == NULLABLE_REFERENCE || code == REFERENCE) {
      return new ValueType(code, readHeap(in));
    }
    if (!isNumber(code) && !isAbstractReference(code)) {
      throw new MalformedModuleException(at, "unknown type 0x%02x".formatted(code));
    }
    return SHARED[code];
  }

  /** A heap type: the index of a type, or one of the abstract ones as a negative number. */
  static long readHeap(BinaryReader in) {
    int at = in.position();
    long heap = in.s33();
    if (heap < 0 && !isAbstractReference((int) heap & 0x7f) || heap < -64) {
      throw new MalformedModuleException(at, "unknown heap type");
    }
    return heap;
  }

  private static boolean isNumber(int code) {
    return code >= NUMBERS_FROM && code <= I32;
  }

  private static boolean isAbstractReference(int code) {
    return code >= ABSTRACT_FROM && code <= ABSTRACT_TO;
  }

  boolean isReference() {
    return !isNumber(code) && code != PACKED_FROM && code != PACKED_TO;
  }

  boolean hasHeapType() {
    return code == NULLABLE_REFERENCE || code == REFERENCE;
  }

  /** As signatures spell it: all references alike. */
  String shortName() {
    return switch (code) {
      case I32 -> "i32";
      case I64 -> "i64";
      case 0x7d -> "f32";
      case NUMBERS_FROM -> "f64";
      default -> "ref";
    };
  }

  /** How many 64-bit slots of a stack frame a value takes. */
  int slots() {
    return code == I64 || code == NUMBERS_FROM ? 2 : 1;
  }

  /** How many bytes a value takes in an object. */
  int bytes() {
    return switch (code) {
      case PACKED_TO -> 1;
      case PACKED_FROM -> 2;
      case I32, 0x7d -> 4;
      default -> 8;
    };
  }

  void write(BinaryWriter out) {
    out.u8(code);
    if (hasHeapType()) out.signed(heap);
  }
}
