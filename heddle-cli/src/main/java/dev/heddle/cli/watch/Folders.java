package dev.heddle.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is done to class folders. */
public final class Folders {
  private Folders() {}

  /** The files below a folder; none if it does not exist. */
  public static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Makes a folder that is empty. */
  public static Path empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    }
    return Files.createDirectories(folder);
  }

  /** Copies a folder's files. */
  public static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) put(file, to.resolve(from.relativize(file)));
  }

  /**
   * Puts a file's contents in another's place.
   *
   * @return whether they are new
   */
  static boolean put(Path file, Path target) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes)) return false;
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }
}
