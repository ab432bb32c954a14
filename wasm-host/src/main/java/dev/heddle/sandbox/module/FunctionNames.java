package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the custom section that names functions. It decides nothing, so a damaged one is ignored.
 */
final class FunctionNames {
  static final String SECTION = "name";
  private static final int FUNCTIONS = 1;

  private FunctionNames() {}

  /** The section's content; empty when there is none, or none that can be read. */
  static byte[] section(ModuleShape module) {
    Span span = module.custom().get(SECTION);
    if (span == null) return new byte[0];
    byte[] section = Arrays.copyOfRange(module.bytes(), span.from(), span.to());
    return of(section).isEmpty() ? new byte[0] : section;
  }

  static Map<Integer, String> of(byte[] section) {
    try {
      return read(new BinaryReader(section, 0, section.length));
    } catch (MalformedModuleException e) {
      return Map.of();
    }
  }

  private static Map<Integer, String> read(BinaryReader in) {
    Map<Integer, String> names = new HashMap<>();
    while (in.hasRemaining()) {
      int kind = in.u8();
      BinaryReader part = in.part(in.count());
      if (kind != FUNCTIONS) continue;
      int entries = part.entries();
      for (int i = 0; i < entries; i++) {
        int function = part.count();
        names.put(function, part.name());
      }
    }
    return Map.copyOf(names);
  }
}
