package dev.heddle.codegen;

/** The types that one Protobuf field holds directly, without a message of our own. */
enum Leaf {
  BOOLEAN("boolean", "java.lang.Boolean", "bool", "false", "bool", ""),
  BYTE("byte", "java.lang.Byte", "int32", "0", "int32", "int8"),
  SHORT("short", "java.lang.Short", "int32", "0", "int32", "int16"),
  CHAR("char", "java.lang.Character", "uint32", "0", "int32", "char16"),
  INT("int", "java.lang.Integer", "int32", "0", "int32", ""),
  LONG("long", "java.lang.Long", "int64", "0", "int64", ""),
  FLOAT("float", "java.lang.Float", "float", "0", "float32", ""),
  DOUBLE("double", "java.lang.Double", "double", "0", "float64", ""),
  STRING("", "java.lang.String", "string", "\"\"", "string", ""),
  BYTES("", "byte[]", "bytes", "new byte[0]", "bytes", ""),
  INSTANT("", "java.time.Instant", "google.protobuf.Timestamp", "", "instant", ""),
  DURATION("", "java.time.Duration", "google.protobuf.Duration", "", "duration", ""),
  DECIMAL("", "java.math.BigDecimal", "string", "", "decimal", ""),
  INTEGER("", "java.math.BigInteger", "string", "", "integer", ""),
  UUID("", "java.util.UUID", "string", "", "string", "uuid"),
  URI("", "java.net.URI", "string", "", "string", "uri"),
  LOCAL_DATE("", "java.time.LocalDate", "string", "", "string", "localDate"),
  LOCAL_DATE_TIME("", "java.time.LocalDateTime", "string", "", "string", "localDateTime"),
  ZONED_DATE_TIME("", "java.time.ZonedDateTime", "string", "", "string", "zonedDateTime");

  /** Java keyword, empty for reference types. */
  final String primitive;

  final TypeName reference;

  /** Type in the .proto. */
  final String proto;

  /** What an absent field reads as, as Java source; empty when absence is an error. */
  final String zero;

  /** Name of the writer's and the reader's method. */
  final String method;

  /** Method of {@code Conversions} that takes what was read; empty when there is none. */
  final String conversion;

  Leaf(
      String primitive,
      String reference,
      String proto,
      String zero,
      String method,
      String conversion) {
    this.primitive = primitive;
    int dot = reference.lastIndexOf('.');
    this.reference =
        dot < 0
            ? TypeName.plain(reference)
            : TypeName.of(reference.substring(0, dot), reference.substring(dot + 1));
    this.proto = proto;
    this.zero = zero;
    this.method = method;
    this.conversion = conversion;
  }

  /** The last three bits of its tag, which say how long it is. */
  int wireType() {
    return switch (proto) {
      case "double" -> 1;
      case "float" -> 5;
      case "bool", "int32", "uint32", "int64" -> 0;
      default -> 2;
    };
  }

  /** Whether a repeated field of it is packed. */
  boolean packed() {
    return !primitive.isEmpty();
  }

  /** Whether it travels as its {@code toString()}. */
  boolean text() {
    return method.equals("string") && !conversion.isEmpty();
  }

  /** Whether the .proto names a message for it, which has presence by itself. */
  boolean wellKnown() {
    return proto.startsWith("google.");
  }

  /** Whether Protobuf allows it as the key of a map field. */
  boolean mapKey() {
    return !wellKnown() && this != FLOAT && this != DOUBLE && this != BYTES;
  }
}
