package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Body;
import dev.heddle.sandbox.module.ModuleShape.Export;
import dev.heddle.sandbox.module.ModuleShape.Import;
import dev.heddle.sandbox.module.ModuleShape.Kind;
import dev.heddle.sandbox.module.ModuleShape.Limits;
import dev.heddle.sandbox.module.ModuleShape.LocalGroup;
import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads a module. What it keeps grows with the bytes that are there, not with what they claim. */
final class ModuleReader {
  static final int TYPE = 1;
  static final int IMPORT = 2;
  static final int FUNCTION = 3;
  static final int TABLE = 4;
  static final int MEMORY = 5;
  static final int GLOBAL = 6;
  static final int EXPORT = 7;
  static final int START = 8;
  static final int ELEMENT = 9;
  static final int CODE = 10;
  static final int DATA = 11;
  static final int DATA_COUNT = 12;
  static final int TAG = 13;

  /** Ids of sections in the order in which they must stand. */
  static final List<Integer> ORDER =
      List.of(
          TYPE,
          IMPORT,
          FUNCTION,
          TABLE,
          MEMORY,
          TAG,
          GLOBAL,
          EXPORT,
          START,
          ELEMENT,
          DATA_COUNT,
          CODE,
          DATA);

  static final int HEADER = 8;
  static final int MOST_LOCALS = 50_000;
  private static final long MAGIC_AND_VERSION = 0x1_6d73_6100L;

  private final byte[] bytes;
  private final Map<Integer, Span> sections = new HashMap<>();
  private final Map<String, Span> custom = new HashMap<>();
  private final List<Import> imports = new ArrayList<>();
  private final List<DefinedType.Function> functions = new ArrayList<>();
  private final List<Limits> tables = new ArrayList<>();
  private final List<Limits> memories = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();
  private final List<Body> bodies = new ArrayList<>();
  private final Segments segments;
  private List<DefinedType> types = List.of();
  private int typeGroups;
  private int typesFrom;
  private int importedFunctions;
  private int globals;
  private OptionalInt start = OptionalInt.empty();
  private long initialBytes;

  private ModuleReader(byte[] bytes) {
    this.bytes = bytes;
    this.segments = new Segments(this);
  }

  /**
   * Reads and checks a module.
   *
   * @throws MalformedModuleException for whatever is wrong with it
   */
  static ModuleShape read(byte[] bytes) {
    ModuleReader reader = new ModuleReader(bytes);
    reader.findSections();
    reader.readSections();
    ModuleShape shape = reader.shape();
    new BodyCheck(shape).check();
    return shape;
  }

  private ModuleShape shape() {
    return new ModuleShape(
        bytes,
        Map.copyOf(sections),
        types,
        typeGroups,
        typesFrom,
        List.copyOf(imports),
        List.copyOf(functions),
        List.copyOf(tables),
        List.copyOf(memories),
        globals,
        List.copyOf(exports),
        start,
        segments.elements(),
        segments.dataSegments(),
        segments.dataBytes(),
        initialBytes,
        List.copyOf(bodies),
        Map.copyOf(custom));
  }

  private void findSections() {
    BinaryReader in = new BinaryReader(bytes, 0, bytes.length);
    if (in.raw(HEADER) != MAGIC_AND_VERSION) {
      throw new MalformedModuleException(0, "not a WebAssembly module of version 1");
    }
    int last = -1;
    while (in.hasRemaining()) {
      int at = in.position();
      int id = in.u8();
      BinaryReader content = in.part(in.count());
      if (id == 0) {
        String name = content.name();
        custom.putIfAbsent(name, new Span(content.position(), in.position()));
        continue;
      }
      int order = ORDER.indexOf(id);
      if (order < 0) throw new MalformedModuleException(at, "unknown section " + id);
      if (order <= last) throw new MalformedModuleException(at, "section " + id + " out of order");
      last = order;
      sections.put(id, new Span(content.position(), in.position()));
    }
  }

  private void readSections() {
    for (int id : ORDER) {
      Span span = sections.get(id);
      if (span == null) continue;
      BinaryReader in = new BinaryReader(bytes, span.from(), span.to());
      section(id, in);
      in.end("section " + id);
    }
    if (functions.size() - importedFunctions != bodies.size()) {
      throw new MalformedModuleException(bytes.length, "functions without code");
    }
  }

  private void section(int id, BinaryReader in) {
    switch (id) {
      case TYPE -> types(in);
      case START -> start = OptionalInt.of(functionIndex(in));
      case DATA_COUNT -> in.count();
      default -> {
        int entries = in.entries();
        for (int i = 0; i < entries; i++) entry(id, in, i);
      }
    }
  }

  private void entry(int id, BinaryReader in, int number) {
    switch (id) {
      case IMPORT -> imported(in);
      case FUNCTION -> functions.add(functionType(in));
      case TABLE -> table(in);
      case MEMORY -> memories.add(limits(in));
      case TAG -> tag(in);
      case GLOBAL -> {
        global(in);
        initialBytes += constant(in);
        globals++;
      }
      case EXPORT -> exports.add(export(in));
      case ELEMENT -> segments.element(in);
      case CODE -> bodies.add(body(in, number));
      case DATA -> segments.data(in);
      default -> throw new AssertionError(id);
    }
  }

  private void types(BinaryReader in) {
    typeGroups = in.entries();
    typesFrom = in.position();
    types = TypeSectionReader.read(in, typeGroups);
  }

  private void imported(BinaryReader in) {
    String module = in.name();
    String name = in.name();
    Kind kind = kind(in);
    Limits limits = new Limits(0, -1);
    switch (kind) {
      case FUNCTION -> {
        functions.add(functionType(in));
        importedFunctions++;
      }
      case TABLE -> limits = tableType(in);
      case MEMORY -> limits = limits(in);
      case GLOBAL -> {
        global(in);
        globals++;
      }
      case TAG -> tag(in);
    }
    imports.add(new Import(module, name, kind, limits));
  }

  private static Kind kind(BinaryReader in) {
    int code = in.u8();
    if (code >= Kind.values().length) throw in.malformed("unknown kind of import or export");
    return Kind.values()[code];
  }

  private DefinedType.Function functionType(BinaryReader in) {
    int at = in.position();
    int index = in.count();
    if (index >= types.size() || !(types.get(index) instanceof DefinedType.Function type)) {
      throw new MalformedModuleException(at, "no function type " + index);
    }
    return type;
  }

  /** A table with a value of its own for its entries has a form that begins otherwise. */
  private void table(BinaryReader in) {
    boolean initialized = in.peek() == 0x40;
    if (initialized) {
      in.u8();
      if (in.u8() != 0) throw in.malformed("unknown form of table");
    }
    tables.add(tableType(in));
    if (initialized) initialBytes += constant(in);
  }

  private static Limits tableType(BinaryReader in) {
    if (!ValueType.read(in).isReference()) throw in.malformed("table of values");
    return limits(in);
  }

  private static Limits limits(BinaryReader in) {
    int flags = in.u8();
    if (flags > 1) throw in.malformed("shared or 64-bit memory or table, which is not supported");
    long minimum = in.u32();
    return new Limits(minimum, flags == 1 ? in.u32() : -1);
  }

  private static void global(BinaryReader in) {
    ValueType.read(in);
    if (in.u8() > 1) throw in.malformed("unknown mutability");
  }

  private void tag(BinaryReader in) {
    if (in.u8() != 0) throw in.malformed("unknown form of tag");
    functionType(in);
  }

  private Export export(BinaryReader in) {
    String name = in.name();
    Kind kind = kind(in);
    int at = in.position();
    int index = in.count();
    if (kind == Kind.FUNCTION) checkFunction(index, at);
    if (kind == Kind.GLOBAL) checkGlobal(index, at);
    return new Export(name, kind, index);
  }

  int functionIndex(BinaryReader in) {
    int at = in.position();
    int index = in.count();
    checkFunction(index, at);
    return index;
  }

  void checkFunction(int index, int at) {
    if (index >= functions.size()) throw new MalformedModuleException(at, "no function " + index);
  }

  private void checkGlobal(int index, int at) {
    if (index >= globals) throw new MalformedModuleException(at, "no global " + index);
  }

  /**
   * Skips an expression that gives an initial value.
   *
   * @return what the value takes on the heap, in bytes
   */
  long constant(BinaryReader in) {
    Instruction previous = null;
    long size = 0;
    while (true) {
      Instruction instruction = Instruction.read(in);
      int opcode = instruction.opcode();
      if (opcode == Opcode.END) return size;
      if (opcode == Opcode.REF_FUNC) checkFunction(instruction.index(), instruction.offset());
      if (opcode == Opcode.GLOBAL_GET) checkGlobal(instruction.index(), instruction.offset());
      size += Constants.size(instruction, previous, types);
      previous = instruction;
    }
  }

  private Body body(BinaryReader section, int number) {
    if (importedFunctions + number >= functions.size()) {
      throw section.malformed("code without a function");
    }
    BinaryReader in = section.part(section.count());
    int groups = in.entries();
    List<LocalGroup> locals = new ArrayList<>();
    long count = 0;
    for (int i = 0; i < groups; i++) {
      long more = in.u32();
      count += more;
      if (count > MOST_LOCALS) throw in.malformed("more than " + MOST_LOCALS + " locals");
      locals.add(new LocalGroup((int) more, ValueType.read(in)));
    }
    Span code = new Span(in.position(), section.position());
    return new Body(code, List.copyOf(locals), (int) count);
  }
}
