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
  private static final int MOST_TYPES = 100_000;
  private static final int MOST_FIELDS = 10_000;
  private static final int DEEPEST = 63;

  private final BinaryReader in;
  private final List<DefinedType> types = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>();
  private final AlikeTypes alike = new AlikeTypes();

  /**
   * The types of a module.
   *
   * @param types in the order of their indices
   * @param comparison how many steps the longest comparison of two types takes
   */
  record Types(List<DefinedType> types, long comparison) {}

  private TypeSectionReader(BinaryReader in) {
    this.in = in;
  }

  /** Reads the groups behind their count. */
  static Types read(BinaryReader in, int groups) {
    TypeSectionReader reader = new TypeSectionReader(in);
    for (int i = 0; i < groups; i++) reader.group();
    in.end("the type section");
    return new Types(List.copyOf(reader.types), reader.alike.longestComparison());
  }

  private void group() {
    int count = 1;
    if (in.peek() == GROUP) {
      in.u8();
      count = in.entries();
    }
    if (types.size() + count > MOST_TYPES) throw in.malformed("more than " + MOST_TYPES + " types");
    int at = in.position();
    alike.begin(types.size(), count);
    for (int i = 0; i < count; i++) types.add(subtype());
    if (!alike.end()) throw new MalformedModuleException(at, "type that refers to a later one");
  }

  private DefinedType subtype() {
    int depth = 0;
    int form = in.peek();
    if (form == SUBTYPE || form == FINAL_SUBTYPE) {
      in.u8();
      alike.add(form);
      int supertypes = in.entries();
      if (supertypes > 1) throw in.malformed("more than one supertype");
      if (supertypes == 1) depth = 1 + supertype();
    }
    depths.add(depth);
    return composite();
  }

  private int supertype() {
    int at = in.position();
    int index = in.count();
    if (index >= types.size()) throw new MalformedModuleException(at, "no supertype " + index);
    int depth = depths.get(index);
    if (depth >= DEEPEST) {
      throw new MalformedModuleException(at, "subtypes of subtypes, at most " + DEEPEST);
    }
    alike.addType(index);
    return depth;
  }

  private DefinedType composite() {
    int at = in.position();
    int form = in.u8();
    alike.add(form);
    return switch (form) {
      case FUNCTION -> new DefinedType.Function(valueTypes(), valueTypes());
      case STRUCT -> struct();
      case ARRAY -> new DefinedType.Array(field());
      default -> throw new MalformedModuleException(at, "unknown form of type");
    };
  }

  private DefinedType struct() {
    int count = entries("fields");
    List<ValueType> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) fields.add(field());
    return new DefinedType.Struct(fields);
  }

  private ValueType field() {
    ValueType type = known(ValueType.readStorage(in));
    int mutability = in.u8();
    if (mutability > 1) throw in.malformed("unknown mutability");
    alike.add(mutability);
    return type;
  }

  private List<ValueType> valueTypes() {
    int count = entries("parameters or results");
    List<ValueType> list = new ArrayList<>();
    for (int i = 0; i < count; i++) list.add(known(ValueType.read(in)));
    return list;
  }

  private int entries(String what) {
    int count = in.entries();
    if (count > MOST_FIELDS) throw in.malformed("more than " + MOST_FIELDS + " " + what);
    alike.add(count);
    return count;
  }

  private ValueType known(ValueType type) {
    alike.add(type.code());
    if (type.hasHeapType() && type.heap() >= 0) {
      alike.addType(type.heap());
    } else if (type.hasHeapType()) {
      alike.add(type.heap());
    }
    return type;
  }
}
