package dev.heddle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An executable jar taken apart as Spring Boot does it: the application's own jar beside its
 * libraries. Java can start another class from it, and keep what it has learned at an earlier
 * start.
 *
 * @param jar the application's own jar, whose manifest names the libraries
 */
record ApplicationLayout(Path jar) {

  /**
   * The layout of a jar, below a folder; made anew when the jar has changed, and those of earlier
   * jars removed.
   */
  static ApplicationLayout of(ExecutableJar executable, Path folder)
      throws IOException, InterruptedException {
    Path wanted = folder.resolve(contents(executable.file()));
    Path jar = wanted.resolve(executable.file().getFileName());
    if (Files.exists(jar)) return new ApplicationLayout(jar);
    remove(folder);
    Files.createDirectories(folder);
    Path next = Files.createTempDirectory(folder, "next");
    extract(executable.file(), next);
    Files.move(next, wanted, StandardCopyOption.ATOMIC_MOVE);
    return new ApplicationLayout(jar);
  }

  /** What Java has learned of the start of a replica. */
  Path startCache() {
    return jar.resolveSibling("replica.aot");
  }

  private static void extract(Path executable, Path folder)
      throws IOException, InterruptedException {
    Process extraction =
        new ProcessBuilder(
                ApplicationProcess.javaProgram(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                executable.toString(),
                "extract",
                "--force",
                "--destination",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said;
    try (var output = extraction.inputReader()) {
      said = output.lines().toList();
    }
    if (extraction.waitFor() == 0) return;
    throw CommandFailure.failed(
        executable
            + " cannot be taken apart, as Spring Boot's jars can: "
            + String.join(" ", said.stream().limit(5).toList()));
  }

  /** A sum of what is in a jar, from its directory alone. */
  private static String contents(Path jar) throws IOException {
    CRC32 sum = new CRC32();
    long size = 0;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        sum.update((entry.getName() + "\0" + entry.getCrc() + "\0").getBytes());
        size += entry.getSize();
      }
    }
    return Long.toHexString(sum.getValue()) + "-" + Long.toHexString(size);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ApplicationLayout::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
