package dev.heddle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How much of this machine's memory a process holds. */
final class ResidentMemory {
  private static final String LINE = "VmRSS:";

  private ResidentMemory() {}

  /** Of a replica, for a person; a dash where that cannot be known. */
  static String of(StatusDocument.Replica replica) {
    // A process of another machine has a number, too.
    boolean here = replica.address().startsWith("unix:") && replica.state().equals("ready");
    OptionalLong kilobytes = here ? kilobytes(replica.pid()) : OptionalLong.empty();
    return kilobytes.isPresent() ? kilobytes.getAsLong() / 1024 + " MB" : "-";
  }

  private static OptionalLong kilobytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith(LINE))
          .mapToLong(line -> Long.parseLong(line.substring(LINE.length()).trim().split(" ")[0]))
          .findFirst();
    } catch (IOException noSuchFile) {
      return printed(pid);
    }
  }

  /** Where there is no such file, as on macOS. */
  private static OptionalLong printed(long pid) {
    try {
      Process ps = new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", "" + pid)).start();
      try (var output = ps.inputReader()) {
        return output.lines().mapToLong(line -> Long.parseLong(line.trim())).findFirst();
      }
    } catch (IOException | NumberFormatException unknown) {
      return OptionalLong.empty();
    }
  }
}
