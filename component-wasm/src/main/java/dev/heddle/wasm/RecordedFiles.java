package dev.heddle.wasm;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.teavm.parsing.resource.Resource;
import org.teavm.parsing.resource.ResourceProvider;

/**
 * The files that one module is made from: what is generated for it, the application's, and the
 * compiler's own. Remembers which of the application's were asked for. For one thread.
 */
final class RecordedFiles implements ResourceProvider {
  private final ClassPath application;
  private final Map<String, byte[]> generated;
  private final SortedMap<String, String> digests = new TreeMap<>();

  RecordedFiles(ClassPath application, Map<String, byte[]> generated) {
    this.application = application;
    this.generated = Map.copyOf(generated);
  }

  /** Digests of the application's files that were asked for, by name; empty for missing ones. */
  SortedMap<String, String> digests() {
    return new TreeMap<>(digests);
  }

  @Override
  public Iterator<Resource> getResources(String name) {
    return ReadFile.only(find(name));
  }

  /** A file's content. */
  Optional<byte[]> find(String name) {
    byte[] made = generated.get(name);
    if (made != null) return Optional.of(made);
    if (ToolFiles.belongs(name)) return ToolFiles.find(name);
    Optional<byte[]> content = application.find(name);
    digests.computeIfAbsent(name, any -> content.map(Digest::of).orElse(""));
    return content.isPresent() ? content : ToolFiles.find(name);
  }

  @Override
  public void close() {}
}
