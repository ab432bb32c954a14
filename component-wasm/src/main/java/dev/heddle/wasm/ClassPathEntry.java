package dev.heddle.wasm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A folder or a jar with class files. */
sealed interface ClassPathEntry extends AutoCloseable {

  static ClassPathEntry open(Path path) throws IOException {
    return Files.isDirectory(path) ? new Folder(path) : new Jar(path, new ZipFile(path.toFile()));
  }

  Path path();

  /** A file's content, by its path inside the entry. */
  Optional<byte[]> load(String name) throws IOException;

  /** Names of the files that stand directly in a folder, in alphabetical order. */
  List<String> list(String folder) throws IOException;

  @Override
  void close() throws IOException;

  /** A folder. */
  record Folder(Path path) implements ClassPathEntry {
    @Override
    public Optional<byte[]> load(String name) throws IOException {
      Path file = path.resolve(name.replace('/', File.separatorChar));
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public List<String> list(String folder) throws IOException {
      Path listed = path.resolve(folder);
      if (!Files.isDirectory(listed)) return List.of();
      try (Stream<Path> files = Files.list(listed)) {
        return files.map(file -> file.getFileName().toString()).sorted().toList();
      }
    }

    @Override
    public void close() {}
  }

  /** A jar. */
  record Jar(Path path, ZipFile file) implements ClassPathEntry {
    @Override
    public Optional<byte[]> load(String name) throws IOException {
      ZipEntry entry = file.getEntry(name);
      if (entry == null || entry.isDirectory()) return Optional.empty();
      try (InputStream content = file.getInputStream(entry)) {
        return Optional.of(content.readAllBytes());
      }
    }

    @Override
    public List<String> list(String folder) {
      String prefix = folder + "/";
      return file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0)
          .map(name -> name.substring(prefix.length()))
          .filter(name -> !name.isEmpty())
          .sorted()
          .toList();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
