package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Export;
import dev.heddle.sandbox.module.ModuleShape.Import;
import dev.heddle.sandbox.module.ModuleShape.Kind;
import dev.heddle.sandbox.module.ModuleShape.Limits;
import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** Reads a module. What it keeps grows with the bytes that are there, not with what they claim. */
final class ModuleReader {
  private final byte[] bytes;
  private final Sections sections;
  private final List<Import> imports = new ArrayList<>();
  private final List<DefinedType.Function> functions = new ArrayList<>();
  private final List<Limits> tables = new ArrayList<>();
  private final List<Limits> memories = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();
  private final BitSet referenced = new BitSet();
  private final Bodies bodies = new Bodies();
  private final Segments segments;
  private List<DefinedType> types = List.of();
  private long typeComparison;
  private int typeGroups;
  private int typesFrom;
  private int importedFunctions;
  private int tags;
  private int globals;
  private OptionalInt start = OptionalInt.empty();
  private long initialBytes;

  private ModuleReader(byte[] bytes) {
    this.bytes = bytes;
    this.sections = Sections.of(bytes);
    this.segments = new Segments(this);
  }

  /**
   * Reads and checks a module.
   *
   * @throws MalformedModuleException for whatever is wrong with it
   */
  static ModuleShape read(byte[] bytes) {
    if (bytes.length > ModuleLimits.MOST_BYTES) {
      String most = "more than " + ModuleLimits.MOST_BYTES + " bytes";
      throw new MalformedModuleException(ModuleLimits.MOST_BYTES, most);
    }
    ModuleReader reader = new ModuleReader(bytes);
    reader.readSections();
    ModuleShape shape = reader.shape();
    new BodyCheck(shape).check();
    return shape;
  }

  private ModuleShape shape() {
    return new ModuleShape(
        bytes,
        sections.known(),
        types,
        typeComparison,
        typeGroups,
        typesFrom,
        List.copyOf(imports),
        List.copyOf(functions),
        List.copyOf(tables),
        List.copyOf(memories),
        tags,
        globals,
        List.copyOf(exports),
        start,
        segments.elements(),
        segments.dataSegments(),
        segments.dataBytes(),
        initialBytes,
        referenced,
        bodies.all(),
        sections.custom());
  }

  private void readSections() {
    for (int id : Sections.ORDER) {
      Span span = sections.known().get(id);
      if (span == null) continue;
      BinaryReader in = new BinaryReader(bytes, span.from(), span.to());
      section(id, in);
      in.end("section " + id);
    }
    if (functions.size() - importedFunctions != bodies.count()) {
      throw new MalformedModuleException(bytes.length, "functions without code");
    }
    if (start.isPresent()) checkStart(functions.get(start.getAsInt()));
  }

  private void checkStart(DefinedType.Function type) {
    if (type.parameters().isEmpty() && type.results().isEmpty()) return;
    throw new MalformedModuleException(
        bytes.length, "a start function that takes or returns something");
  }

  private void section(int id, BinaryReader in) {
    switch (id) {
      case Sections.TYPE -> types(in);
      case Sections.START -> start = OptionalInt.of(functionIndex(in));
      case Sections.DATA_COUNT -> in.count();
      default -> {
        int entries = in.entries();
        for (int i = 0; i < entries; i++) entry(id, in);
      }
    }
  }

  private void entry(int id, BinaryReader in) {
    switch (id) {
      case Sections.IMPORT -> imported(in);
      case Sections.FUNCTION -> functions.add(functionType(in));
      case Sections.TABLE -> table(in);
      case Sections.MEMORY -> memories.add(limits(in));
      case Sections.TAG -> tag(in);
      case Sections.GLOBAL -> {
        global(in);
        initialBytes += constant(in);
        globals++;
      }
      case Sections.EXPORT -> exports.add(export(in));
      case Sections.ELEMENT -> segments.element(in);
      case Sections.CODE -> {
        if (importedFunctions + bodies.count() >= functions.size()) {
          throw in.malformed("code without a function");
        }
        bodies.read(in);
      }
      case Sections.DATA -> segments.data(in);
      default -> throw new AssertionError(id);
    }
  }

  private void types(BinaryReader in) {
    typeGroups = in.entries();
    typesFrom = in.position();
    TypeSectionReader.Types read = TypeSectionReader.read(in, typeGroups);
    types = read.types();
    typeComparison = read.comparison();
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
    tags++;
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

  /** All that name a function before there is code make it known to who knows whom. */
  private void checkFunction(int index, int at) {
    if (index >= functions.size()) throw new MalformedModuleException(at, "no function " + index);
    referenced.set(index);
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
}
