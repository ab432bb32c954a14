package dev.heddle.wasm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What an application is made of. Each file is read once. For many threads. */
final class ClassPath implements AutoCloseable {
  private final List<ClassPathEntry> entries = new ArrayList<>();
  private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

  private ClassPath() {}

  /** Opens the folders and jars that are there. */
  static ClassPath of(List<Path> paths) throws IOException {
    ClassPath classPath = new ClassPath();
    try {
      for (Path path : paths) {
        if (Files.exists(path)) classPath.entries.add(ClassPathEntry.open(path));
      }
      return classPath;
    } catch (IOException unreadable) {
      classPath.close();
      throw unreadable;
    }
  }

  /** Those that are there, in order. */
  List<ClassPathEntry> entries() {
    return List.copyOf(entries);
  }

  /** The first file of a name, by its path inside an entry. */
  Optional<byte[]> find(String name) {
    return read.computeIfAbsent(name, this::load);
  }

  URL[] urls() throws MalformedURLException {
    URL[] urls = new URL[entries.size()];
    for (int i = 0; i < urls.length; i++) urls[i] = entries.get(i).path().toUri().toURL();
    return urls;
  }

  private Optional<byte[]> load(String name) {
    try {
      for (ClassPathEntry entry : entries) {
        Optional<byte[]> content = entry.load(name);
        if (content.isPresent()) return content;
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " cannot be read", unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    for (ClassPathEntry entry : entries) entry.close();
  }
}
