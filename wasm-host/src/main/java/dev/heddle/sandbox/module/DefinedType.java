package dev.heddle.sandbox.module;

import java.util.List;

/** An entry of a module's type section. */
sealed interface DefinedType {

  /** The type of functions. */
  record Function(List<ValueType> parameters, List<ValueType> results) implements DefinedType {
    public Function {
      parameters = List.copyOf(parameters);
      results = List.copyOf(results);
    }

    void write(BinaryWriter out) {
      out.u8(0x60);
      write(out, parameters);
      write(out, results);
    }

    private static void write(BinaryWriter out, List<ValueType> types) {
      out.u32(types.size());
      types.forEach(type -> type.write(out));
    }
  }

  /** The type of objects with fields. */
  record Struct(List<ValueType> fields) implements DefinedType {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /** The type of arrays. */
  record Array(ValueType element) implements DefinedType {}
}
