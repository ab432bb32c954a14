package dev.heddle.wasm.guest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stack traces, which only the host knows. */
public final class Traces {
  private static final String OURS = "dev.heddle.wasm.guest.";

  private Traces() {}

  /** Has the host remember the calls that are running; a number by which it knows them. */
  public static int take() {
    return Imports.trace();
  }

  /**
   * The methods that were running when a trace was taken, the innermost first; none when the host
   * has forgotten it. Constructors of the exception are left out.
   */
  public static StackTraceElement[] frames(int trace) {
    byte[] text = trace == 0 ? null : Imports.frames(trace);
    if (text == null) return new StackTraceElement[0];
    List<StackTraceElement> frames = new ArrayList<>();
    String lines = new String(text, StandardCharsets.UTF_8);
    // Not by split, which would bring regular expressions into every module.
    for (int begin = 0; begin < lines.length(); ) {
      int end = lines.indexOf('\n', begin);
      if (end < 0) end = lines.length();
      add(lines.substring(begin, end), frames);
      begin = end + 1;
    }
    return frames.toArray(new StackTraceElement[0]);
  }

  private static void add(String line, List<StackTraceElement> frames) {
    int end = line.lastIndexOf('.');
    if (end < 0 || line.startsWith(OURS)) return;
    String method = line.substring(end + 1);
    boolean constructing =
        frames.isEmpty() && (method.equals("<init>") || method.equals("fillInStackTrace"));
    if (constructing) return;
    frames.add(new StackTraceElement(line.substring(0, end), method, null, -1));
  }
}
