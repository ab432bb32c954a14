package dev.heddle.wasm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.teavm.parsing.resource.Resource;
import org.teavm.parsing.resource.ResourceProvider;

/**
 * The files of the compiler itself, and of this library; never the JDK's, which would make a module
 * depend on the JDK that builds it.
 */
final class ToolFiles {
  private static final Pattern JDK =
      Pattern.compile("(java|javax|jdk|sun|com/sun|org/(w3c|xml|ietf|jcp))/.*");
  private static final Pattern TOOL =
      Pattern.compile("(org/teavm|org/threeten/bp|dev/heddle/wasm)/.*");
  private static final Map<String, Optional<byte[]>> READ = new ConcurrentHashMap<>();

  /** For the compiler. */
  static final ResourceProvider PROVIDER =
      new ResourceProvider() {
        @Override
        public Iterator<Resource> getResources(String name) {
          return ReadFile.only(find(name));
        }

        @Override
        public void close() {}
      };

  private ToolFiles() {}

  /** Whether a class or file is not the application's even where it has one of that name. */
  static boolean belongs(String name) {
    return JDK.matcher(name).matches() || TOOL.matcher(name).matches();
  }

  static Optional<byte[]> find(String name) {
    return JDK.matcher(name).matches()
        ? Optional.empty()
        : READ.computeIfAbsent(name, ToolFiles::load);
  }

  /** A digest of all that may change what is made of the same class files. */
  static String digest() {
    List<String> parts = new ArrayList<>();
    String[] places = System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1);
    for (String place : places) parts.add(digest(Path.of(place)));
    // A pattern of jars is expanded in any order.
    Collections.sort(parts);
    return Digest.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(Path place) {
    try {
      // A jar of a version does not change; a folder, or a jar that is being worked on, does.
      if (Files.isRegularFile(place)) return place.getFileName() + " " + jar(place);
      if (!Files.isDirectory(place)) return "";
      try (Stream<Path> files = Files.walk(place)) {
        return Digest.of(
            files
                .filter(Files::isRegularFile)
                .sorted()
                .map(file -> place.relativize(file) + " " + Digest.of(content(file)))
                .reduce("", (all, each) -> all + each + "\n")
                .getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(place + " cannot be read", unreadable);
    }
  }

  /** By the checksums that it has of its files, for reading megabytes takes a second. */
  private static String jar(Path place) throws IOException {
    try (ZipFile jar = new ZipFile(place.toFile())) {
      StringBuilder files = new StringBuilder();
      for (ZipEntry file : Collections.list(jar.entries())) {
        files.append(file.getName()).append(' ').append(file.getSize());
        files.append(' ').append(file.getCrc()).append('\n');
      }
      return Digest.of(files.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  private static Optional<byte[]> load(String name) {
    try (InputStream content = ToolFiles.class.getClassLoader().getResourceAsStream(name)) {
      return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " cannot be read", unreadable);
    }
  }
}
