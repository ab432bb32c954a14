package dev.heddle.sandbox.admission;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a JVM is started that judges: with little memory, one processor, and nothing of this
 * process's surroundings, neither its secrets nor its agents.
 *
 * @param main the program
 * @param longest after how long it ends itself, whatever happens
 * @param cache folder for what it compiles
 */
record JudgeCommand(Class<?> main, Duration longest, Optional<Path> cache) {
  static final int HEAP_MEGABYTES = 256;

  /** Without these there is no process on some systems, or no folder for temporary files. */
  private static final Set<String> SURROUNDINGS =
      Set.of("PATH", "SystemRoot", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH");

  Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(arguments());
    builder.environment().keySet().retainAll(SURROUNDINGS);
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private List<String> arguments() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + HEAP_MEGABYTES + "m");
    command.add("-XX:MaxMetaspaceSize=96m");
    command.add("-XX:MaxDirectMemorySize=16m");
    command.add("-XX:ReservedCodeCacheSize=32m");
    command.add("-XX:ActiveProcessorCount=1");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-UsePerfData");
    command.addAll(ChildClassPath.arguments(main));
    command.add(Long.toString(longest.toMillis()));
    cache.ifPresent(each -> command.add(each.toString()));
    return command;
  }
}
