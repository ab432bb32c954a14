package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Span;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the custom section in which TeaVM says how much of its memory a guest's data take. */
final class MemoryRequirements {
  static final String SECTION = "teavm.memoryRequirements";
  private static final Pattern DATA_SIZE = Pattern.compile("\"dataSize\"\\s*:\\s*(\\d{1,8})\\b");

  private MemoryRequirements() {}

  static int dataBytes(ModuleShape module) {
    Span span = module.custom().get(SECTION);
    if (span == null) return 0;
    String text = new String(module.bytes(), span.from(), span.length(), StandardCharsets.US_ASCII);
    Matcher matcher = DATA_SIZE.matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
