package dev.heddle.sandbox.module;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Makes modules by hand. Imports come before functions; indices are those of the format. */
public final class ModuleBuilder {
  public static final int I32 = 0x7f;
  public static final int I64 = 0x7e;

  private final List<BinaryWriter> types = new ArrayList<>();
  private final List<BinaryWriter> imports = new ArrayList<>();
  private final List<BinaryWriter> functions = new ArrayList<>();
  private final List<BinaryWriter> tables = new ArrayList<>();
  private final List<BinaryWriter> memories = new ArrayList<>();
  private final List<BinaryWriter> tags = new ArrayList<>();
  private final List<BinaryWriter> globals = new ArrayList<>();
  private final List<BinaryWriter> exports = new ArrayList<>();
  private final List<BinaryWriter> bodies = new ArrayList<>();
  private final List<BinaryWriter> data = new ArrayList<>();
  private int importedFunctions;

  /** The code of a function, without its last end. */
  public static final class Code {
    private final BinaryWriter out;
    private final InstructionWriter writer;

    Code(BinaryWriter out) {
      this.out = out;
      this.writer = new InstructionWriter(out);
    }

    /** One instruction by its opcode, prefixed ones as {@code 0xfbNN}. */
    public Code op(int opcode, long... immediates) {
      writer.write(opcode, immediates);
      return this;
    }

    /** Bytes as they are. */
    public Code raw(int... bytes) {
      for (int each : bytes) out.u8(each);
      return this;
    }
  }

  /** Adds bytes to the type section as one entry, and tells its index if all before are single. */
  public int type(int... bytes) {
    BinaryWriter out = new BinaryWriter(16);
    for (int each : bytes) out.u8(each);
    types.add(out);
    return types.size() - 1;
  }

  /** Adds a function type of value types given by their bytes. */
  public int functionType(int[] parameters, int... results) {
    BinaryWriter out = new BinaryWriter(16).u8(0x60).u32(parameters.length);
    for (int each : parameters) out.u8(each);
    out.u32(results.length);
    for (int each : results) out.u8(each);
    types.add(out);
    return types.size() - 1;
  }

  public int importFunction(String module, String name, int type) {
    imports.add(name(name(new BinaryWriter(32), module), name).u8(0).u32(type));
    return importedFunctions++;
  }

  public ModuleBuilder importMemory(String module, String name, int minimum) {
    imports.add(name(name(new BinaryWriter(32), module), name).u8(2).u8(0).u32(minimum));
    return this;
  }

  public int function(int type, Consumer<Code> code) {
    return function(type, new int[0], code);
  }

  /** Adds a function whose own locals are given by their types' bytes. */
  public int function(int type, int[] locals, Consumer<Code> code) {
    functions.add(new BinaryWriter(4).u32(type));
    BinaryWriter out = new BinaryWriter(64).u32(locals.length);
    for (int each : locals) out.u32(1).u8(each);
    code.accept(new Code(out));
    bodies.add(new BinaryWriter(64).sized(out.u8(Opcode.END)));
    return importedFunctions + functions.size() - 1;
  }

  public ModuleBuilder table(int minimum) {
    tables.add(new BinaryWriter(8).u8(0x70).u8(0).u32(minimum));
    return this;
  }

  public ModuleBuilder memory(int minimum, int maximum) {
    memories.add(new BinaryWriter(8).u8(1).u32(minimum).u32(maximum));
    return this;
  }

  public ModuleBuilder tag(int type) {
    tags.add(new BinaryWriter(4).u8(0).u32(type));
    return this;
  }

  /** Adds a mutable global. */
  public int global(int type, Consumer<Code> value) {
    BinaryWriter out = new BinaryWriter(16).u8(type).u8(1);
    value.accept(new Code(out));
    globals.add(out.u8(Opcode.END));
    return globals.size() - 1;
  }

  public ModuleBuilder data(int length) {
    BinaryWriter out = new BinaryWriter(16).u32(1).u32(length);
    for (int i = 0; i < length; i++) out.u8(i);
    data.add(out);
    return this;
  }

  public ModuleBuilder export(String name, int function) {
    return export(name, 0, function);
  }

  /** Exports by kind: 0 function, 1 table, 2 memory, 3 global, 4 tag. */
  public ModuleBuilder export(String name, int kind, int index) {
    exports.add(name(new BinaryWriter(32), name).u8(kind).u32(index));
    return this;
  }

  public byte[] build() {
    Map<Integer, List<BinaryWriter>> sections = new TreeMap<>();
    sections.put(ModuleReader.TYPE, types);
    sections.put(ModuleReader.IMPORT, imports);
    sections.put(ModuleReader.FUNCTION, functions);
    sections.put(ModuleReader.TABLE, tables);
    sections.put(ModuleReader.MEMORY, memories);
    sections.put(ModuleReader.TAG, tags);
    sections.put(ModuleReader.GLOBAL, globals);
    sections.put(ModuleReader.EXPORT, exports);
    sections.put(ModuleReader.CODE, bodies);
    sections.put(ModuleReader.DATA, data);
    BinaryWriter out = header();
    for (int id : ModuleReader.ORDER) {
      if (id == ModuleReader.DATA_COUNT && !data.isEmpty()) {
        out.u8(id).sized(new BinaryWriter(4).u32(data.size()));
      }
      List<BinaryWriter> entries = sections.getOrDefault(id, List.of());
      if (entries.isEmpty()) continue;
      BinaryWriter content = new BinaryWriter(256).u32(entries.size());
      entries.forEach(content::append);
      out.u8(id).sized(content);
    }
    return out.toByteArray();
  }

  static BinaryWriter header() {
    return new BinaryWriter(256).raw(0x1_6d73_6100L, ModuleReader.HEADER);
  }

  private static BinaryWriter name(BinaryWriter out, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return out.u32(bytes.length).bytes(bytes, 0, bytes.length);
  }
}
