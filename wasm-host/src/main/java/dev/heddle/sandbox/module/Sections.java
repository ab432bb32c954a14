package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the sections of a module are.
 *
 * @param known contents by number
 * @param custom contents of those custom sections that somebody here reads, by name
 */
record Sections(Map<Integer, Span> known, Map<String, Span> custom) {
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

  /** Numbers of sections in the order in which they must stand. */
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

  /** How many bytes stand before the first. */
  static final int HEADER = 8;

  private static final Set<String> CUSTOM =
      Set.of(FunctionNames.SECTION, MemoryRequirements.SECTION);
  private static final long MAGIC_AND_VERSION = 0x1_6d73_6100L;

  /** Finds the sections of a module. */
  static Sections of(byte[] bytes) {
    Map<Integer, Span> known = new HashMap<>();
    Map<String, Span> custom = new HashMap<>();
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
        Span span = new Span(content.position(), in.position());
        if (CUSTOM.contains(name)) custom.putIfAbsent(name, span);
        continue;
      }
      int order = ORDER.indexOf(id);
      if (order < 0) throw new MalformedModuleException(at, "unknown section " + id);
      if (order <= last) throw new MalformedModuleException(at, "section " + id + " out of order");
      last = order;
      known.put(id, new Span(content.position(), in.position()));
    }
    return new Sections(Map.copyOf(known), Map.copyOf(custom));
  }
}
