package dev.heddle.codegen;

/** A type that may cross a component's boundary, and how one field holds it. */
sealed interface ValueType {

  /** The Java type, as declared. */
  TypeName java();

  /** The Java type as a type argument. */
  default TypeName boxed() {
    return java();
  }

  /** A name for it inside the name of a message, such as {@code ListOfProduct}. */
  String label();

  /** What a repeated field or a map entry can hold. */
  sealed interface Element extends ValueType {

    /** Its name in the .proto. */
    String proto();
  }

  /** One field, no message of our own. */
  record OfLeaf(Leaf leaf, boolean primitive) implements Element {
    @Override
    public TypeName java() {
      return primitive ? TypeName.plain(leaf.primitive) : leaf.reference;
    }

    @Override
    public TypeName boxed() {
      return leaf.reference;
    }

    @Override
    public String label() {
      return leaf == Leaf.BYTES ? "Bytes" : leaf.reference.simple();
    }

    @Override
    public String proto() {
      return leaf.proto;
    }
  }

  /** An enum; {@code name} is its name in the codec and the .proto. */
  record OfEnum(TypeName java, String name) implements Element {
    @Override
    public String label() {
      return name;
    }

    @Override
    public String proto() {
      return name;
    }
  }

  /** A record, sealed interface or wrapper; {@code name} as above. */
  record OfMessage(TypeName java, String name) implements Element {
    @Override
    public String label() {
      return name;
    }

    @Override
    public String proto() {
      return name;
    }
  }

  /** {@code List} or, when {@code distinct}, {@code Set}. */
  record Repeated(Element element, boolean distinct) implements ValueType {
    @Override
    public TypeName java() {
      return TypeName.of("java.util", distinct ? "Set" : "List").with(element.boxed());
    }

    @Override
    public String label() {
      return (distinct ? "SetOf" : "ListOf") + element.label();
    }
  }

  /** {@code Map}. */
  record Mapped(Element key, Element value) implements ValueType {
    @Override
    public TypeName java() {
      return TypeName.of("java.util", "Map").with(key.boxed(), value.boxed());
    }

    @Override
    public String label() {
      return "MapOf" + key.label() + "To" + value.label();
    }

    /** Whether the .proto can say {@code map<K, V>}; the wire form is the same if not. */
    boolean expressible() {
      return key instanceof OfLeaf(Leaf leaf, boolean primitive) && leaf.mapKey();
    }
  }

  /** {@code ValueStream}: only a method's whole result, or a whole parameter. */
  record Streamed(ValueType element) implements ValueType {
    @Override
    public TypeName java() {
      return TypeName.of("dev.heddle.component", "ValueStream").with(element.boxed());
    }

    @Override
    public String label() {
      return "StreamOf" + element.label();
    }

    /** For code about one message's fields, none of which is a stream. */
    IllegalStateException misplaced() {
      return new IllegalStateException(java() + " is no field of a message");
    }
  }

  /** {@code Optional}. */
  record Maybe(Element element) implements ValueType {
    @Override
    public TypeName java() {
      return TypeName.of("java.util", "Optional").with(element.boxed());
    }

    @Override
    public String label() {
      return "OptionalOf" + element.label();
    }
  }
}
