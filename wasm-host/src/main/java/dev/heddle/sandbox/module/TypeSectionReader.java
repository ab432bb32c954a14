package dev.heddle.sandbox.module;

import java.util.ArrayList;
import java.util.List;

/** Reads the types of a module. */
final class TypeSectionReader {
  private static final int GROUP = 0x4e;
  private static final int FINAL_SUBTYPE = 0x4f;
  private static final int SUBTYPE = 0x50;
  private static final int ARRAY = 0x5e;
  private static final int STRUCT = 0x5f;
  private static final int FUNCTION = 0x60;

  private final BinaryReader in;
  private final List<DefinedType> types = new ArrayList<>();

  private TypeSectionReader(BinaryReader in) {
    this.in = in;
  }

  /** Reads the groups behind their count. */
  static List<DefinedType> read(BinaryReader in, int groups) {
    TypeSectionReader reader = new TypeSectionReader(in);
    for (int i = 0; i < groups; i++) reader.group();
    in.end("the type section");
    return List.copyOf(reader.types);
  }

  private void group() {
    int count = 1;
    if (in.peek() == GROUP) {
      in.u8();
      count = in.entries();
    }
    for (int i = 0; i < count; i++) types.add(subtype());
  }

  private DefinedType subtype() {
    int form = in.peek();
    if (form == SUBTYPE || form == FINAL_SUBTYPE) {
      in.u8();
      int supertypes = in.entries();
      for (int i = 0; i < supertypes; i++) in.count();
    }
    return composite();
  }

  private DefinedType composite() {
    int at = in.position();
    int form = in.u8();
    return switch (form) {
      case FUNCTION -> new DefinedType.Function(valueTypes(), valueTypes());
      case STRUCT -> struct();
      case ARRAY -> new DefinedType.Array(field());
      default -> throw new MalformedModuleException(at, "unknown form of type");
    };
  }

  private DefinedType struct() {
    int count = in.entries();
    List<ValueType> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) fields.add(field());
    return new DefinedType.Struct(fields);
  }

  private ValueType field() {
    ValueType type = ValueType.readStorage(in);
    if (in.u8() > 1) throw in.malformed("unknown mutability");
    return type;
  }

  private List<ValueType> valueTypes() {
    int count = in.entries();
    List<ValueType> list = new ArrayList<>();
    for (int i = 0; i < count; i++) list.add(ValueType.read(in));
    return list;
  }
}
