package dev.heddle.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Leaves, of all the names that the compiler writes into a module, those of Java methods, as {@code
 * package.Class.method}: a host tells by them where an exception was thrown.
 */
final class FunctionNames {
  private static final int HEADER_BYTES = 8;
  private static final int FUNCTIONS = 1;
  private static final String SECTION = "name";

  /** What stands behind a method's name where several have the same one. */
  private static final Pattern COUNTER = Pattern.compile("_\\d+$");

  private final ByteBuffer module;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  private FunctionNames(byte[] module) {
    this.module = ByteBuffer.wrap(module);
  }

  /** The module with fewer names. */
  static byte[] only(byte[] module) {
    return new FunctionNames(module).keep();
  }

  private byte[] keep() {
    kept.write(module.array(), 0, HEADER_BYTES);
    module.position(HEADER_BYTES);
    while (module.hasRemaining()) {
      int start = module.position();
      int id = module.get();
      int end = number() + module.position();
      if (id == 0 && text().equals(SECTION)) {
        writeSection(names(end));
      } else {
        kept.write(module.array(), start, end - start);
      }
      module.position(end);
    }
    return kept.toByteArray();
  }

  /** Java methods by the index of their function. */
  private Map<Integer, String> names(int end) {
    Map<Integer, String> names = new TreeMap<>();
    while (module.position() < end) {
      int kind = module.get();
      int next = number() + module.position();
      if (kind == FUNCTIONS) {
        int count = number();
        for (int i = 0; i < count; i++) put(number(), text(), names);
      }
      module.position(next);
    }
    return names;
  }

  private static void put(int index, String name, Map<Integer, String> names) {
    int method = name.indexOf("::");
    if (method < 0 || name.indexOf('@') >= 0 || name.startsWith("Array<")) return;
    String base = COUNTER.matcher(name.substring(method + 2)).replaceFirst("");
    names.put(index, name.substring(0, method) + "." + base);
  }

  private void writeSection(Map<Integer, String> names) {
    ByteArrayOutputStream functions = new ByteArrayOutputStream();
    write(functions, names.size());
    names.forEach(
        (index, name) -> {
          write(functions, index);
          write(functions, name);
        });
    ByteArrayOutputStream section = new ByteArrayOutputStream();
    write(section, SECTION);
    section.write(FUNCTIONS);
    write(section, functions.size());
    section.writeBytes(functions.toByteArray());
    kept.write(0);
    write(kept, section.size());
    kept.writeBytes(section.toByteArray());
  }

  private String text() {
    byte[] text = new byte[number()];
    module.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private int number() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = module.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) return number;
    }
  }

  private static void write(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void write(ByteArrayOutputStream out, int number) {
    int rest = number;
    for (; rest >= 0x80; rest >>>= 7) out.write(rest & 0x7f | 0x80);
    out.write(rest);
  }
}
