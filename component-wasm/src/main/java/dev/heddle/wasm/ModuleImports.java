package dev.heddle.wasm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a module imports. */
final class ModuleImports {
  private static final int HEADER_BYTES = 8;
  private static final int IMPORT_SECTION = 2;
  private static final int REFERENCE_NULL = 0x63;
  private static final int REFERENCE = 0x64;
  private static final int HAS_MAXIMUM = 1;

  private final ByteBuffer module;

  private ModuleImports(byte[] module) {
    this.module = ByteBuffer.wrap(module).position(HEADER_BYTES);
  }

  /** Names of the imports, each as {@code module.name}, in the module's order. */
  static List<String> of(byte[] module) {
    return new ModuleImports(module).read();
  }

  private List<String> read() {
    while (module.hasRemaining()) {
      int section = module.get();
      int size = number();
      if (section == IMPORT_SECTION) return imports();
      module.position(module.position() + size);
    }
    return List.of();
  }

  private List<String> imports() {
    List<String> imports = new ArrayList<>();
    int count = number();
    for (int i = 0; i < count; i++) {
      imports.add(name() + "." + name());
      skipType(module.get());
    }
    return imports;
  }

  private void skipType(int kind) {
    switch (kind) {
      case 0 -> number();
      case 1 -> {
        skipValueType();
        skipLimits();
      }
      case 2 -> skipLimits();
      case 3 -> {
        skipValueType();
        module.get();
      }
      case 4 -> {
        module.get();
        number();
      }
      default -> throw new IllegalStateException("an import of kind " + kind);
    }
  }

  private void skipValueType() {
    int type = module.get() & 0xff;
    if (type == REFERENCE || type == REFERENCE_NULL) number();
  }

  private void skipLimits() {
    int flags = module.get();
    number();
    if ((flags & HAS_MAXIMUM) != 0) number();
  }

  private String name() {
    byte[] name = new byte[number()];
    module.get(name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private int number() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = module.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) return number;
    }
  }
}
