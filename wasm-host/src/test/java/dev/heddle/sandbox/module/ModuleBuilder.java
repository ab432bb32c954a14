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
  private final List<BinaryWriter> elements = new ArrayList<>();
  private final List<BinaryWriter> data = new ArrayList<>();
  private final BinaryWriter behind = new BinaryWriter(16);
  private int importedFunctions;
  private int start = -1;

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

  /** Imports by kind: 1 table, 2 memory, 3 global, 4 tag; what follows is its type. */
  public ModuleBuilder importOther(String module, String name, int kind, int... type) {
    BinaryWriter out = name(name(new BinaryWriter(32), module), name).u8(kind);
    for (int each : type) out.u8(each);
    imports.add(out);
    return this;
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

  public ModuleBuilder table(long minimum) {
    tables.add(new BinaryWriter(8).u8(0x70).u8(0).u32(minimum));
    return this;
  }

  /** Adds a table of a reference type given by its bytes, with limits given by theirs. */
  public ModuleBuilder tableOf(int... bytes) {
    tables.add(bytes(bytes));
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
    return global(type, true, value);
  }

  /** Adds a global that initial values of others may refer to. */
  public int constant(int type, Consumer<Code> value) {
    return global(type, false, value);
  }

  private int global(int type, boolean mutable, Consumer<Code> value) {
    BinaryWriter out = new BinaryWriter(16).u8(type).u8(mutable ? 1 : 0);
    value.accept(new Code(out));
    globals.add(out.u8(Opcode.END));
    return globals.size() - 1;
  }

  /** Adds a global as it is. */
  public ModuleBuilder globalOf(int... bytes) {
    globals.add(bytes(bytes));
    return this;
  }

  public ModuleBuilder data(int length) {
    BinaryWriter out = new BinaryWriter(16).u32(1).u32(length);
    for (int i = 0; i < length; i++) out.u8(i);
    data.add(out);
    return this;
  }

  /** Adds a data segment as it is. */
  public ModuleBuilder dataOf(int... bytes) {
    data.add(bytes(bytes));
    return this;
  }

  /** Adds an element segment as it is. */
  public ModuleBuilder element(int... bytes) {
    elements.add(bytes(bytes));
    return this;
  }

  /** Adds a memory as it is. */
  public ModuleBuilder memoryOf(int... bytes) {
    memories.add(bytes(bytes));
    return this;
  }

  /** Names the function that runs before all others. */
  public ModuleBuilder start(int function) {
    start = function;
    return this;
  }

  /** Adds a custom section behind all others. */
  public ModuleBuilder custom(String name, int length) {
    BinaryWriter content = name(new BinaryWriter(length + 32), name);
    for (int i = 0; i < length; i++) content.u8(0);
    behind.u8(0).sized(content);
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
    sections.put(Sections.TYPE, types);
    sections.put(Sections.IMPORT, imports);
    sections.put(Sections.FUNCTION, functions);
    sections.put(Sections.TABLE, tables);
    sections.put(Sections.MEMORY, memories);
    sections.put(Sections.TAG, tags);
    sections.put(Sections.GLOBAL, globals);
    sections.put(Sections.EXPORT, exports);
    sections.put(Sections.ELEMENT, elements);
    sections.put(Sections.CODE, bodies);
    sections.put(Sections.DATA, data);
    BinaryWriter out = header();
    for (int id : Sections.ORDER) {
      if (id == Sections.DATA_COUNT && !data.isEmpty()) {
        out.u8(id).sized(new BinaryWriter(4).u32(data.size()));
      }
      if (id == Sections.START && start >= 0) {
        out.u8(id).sized(new BinaryWriter(4).u32(start));
      }
      List<BinaryWriter> entries = sections.getOrDefault(id, List.of());
      if (entries.isEmpty()) continue;
      BinaryWriter content = new BinaryWriter(256).u32(entries.size());
      entries.forEach(content::append);
      out.u8(id).sized(content);
    }
    return out.append(behind).toByteArray();
  }

  private static BinaryWriter bytes(int... bytes) {
    BinaryWriter out = new BinaryWriter(16);
    for (int each : bytes) out.u8(each);
    return out;
  }

  static BinaryWriter header() {
    return new BinaryWriter(256).raw(0x1_6d73_6100L, Sections.HEADER);
  }

  private static BinaryWriter name(BinaryWriter out, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return out.u32(bytes.length).bytes(bytes, 0, bytes.length);
  }
}
