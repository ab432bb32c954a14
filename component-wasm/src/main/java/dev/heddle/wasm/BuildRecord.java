package dev.heddle.wasm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a module was made from, kept beside the build: by it a later build knows that it would make
 * the same.
 */
final class BuildRecord {
  private static final String FILE = "file:";
  private static final String TOOL = "tool";
  private static final String EXPORTS = "exports";

  private final Path place;
  private final String tool;
  private final ClassPath application;

  /**
   * The record in a folder.
   *
   * @param tool digest of the compiler and what belongs to it
   */
  BuildRecord(Path folder, Candidate candidate, String tool, ClassPath application) {
    this.place = folder.resolve(candidate.implementation() + ".properties");
    this.tool = tool;
    this.application = application;
  }

  /** Whether a module made now would be the one that is recorded. */
  boolean holds(Candidate candidate, ModuleFiles files) throws IOException {
    if (!Files.exists(place) || !files.whole(candidate)) return false;
    SortedMap<String, String> recorded = PlainProperties.read(Files.readString(place));
    return recorded.equals(state(candidate, files, current(recorded)));
  }

  /** Remembers what a module has been made from. */
  void write(Candidate candidate, ModuleFiles files, SortedMap<String, String> digests)
      throws IOException {
    Files.createDirectories(place.getParent());
    Files.writeString(place, PlainProperties.write(state(candidate, files, digests)));
  }

  private SortedMap<String, String> state(
      Candidate candidate, ModuleFiles files, Map<String, String> digests) throws IOException {
    SortedMap<String, String> state = new TreeMap<>();
    state.put(TOOL, tool);
    state.put(EXPORTS, Digest.of(EntryClass.write(candidate)));
    state.put("manifest", Digest.of(files.manifest().getBytes(StandardCharsets.UTF_8)));
    digests.forEach((name, digest) -> state.put(FILE + name, digest));
    return state;
  }

  private SortedMap<String, String> current(SortedMap<String, String> recorded) {
    SortedMap<String, String> current = new TreeMap<>();
    for (String key : recorded.keySet()) {
      if (!key.startsWith(FILE)) continue;
      String name = key.substring(FILE.length());
      current.put(name, application.find(name).map(Digest::of).orElse(""));
    }
    return current;
  }
}
