package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the custom section that names functions. It decides nothing, so a damaged one is ignored.
 */
final class FunctionNames {
  static final String SECTION = "name";
  private static final int FUNCTIONS = 1;

  private FunctionNames() {}

  static Map<Integer, String> of(ModuleShape module) {
    Span span = module.custom().get(SECTION);
    if (span == null) return Map.of();
    try {
      return read(
          new BinaryReader(module.bytes(), span.from(), span.to()), module.functions().size());
    } catch (MalformedModuleException e) {
      return Map.of();
    }
  }

  private static Map<Integer, String> read(BinaryReader in, int functions) {
    Map<Integer, String> names = new HashMap<>();
    while (in.hasRemaining()) {
      int kind = in.u8();
      BinaryReader part = in.part(in.count());
      if (kind != FUNCTIONS) continue;
      int entries = part.entries();
      for (int i = 0; i < entries; i++) {
        int function = part.count();
        String name = part.name();
        if (function < functions) names.put(function, name);
      }
    }
    return Map.copyOf(names);
  }
}
