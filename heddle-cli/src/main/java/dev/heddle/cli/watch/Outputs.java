package dev.heddle.cli.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Notes which source each written file comes from, by way of generated sources too. */
final class Outputs extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final StandardJavaFileManager files;
  private final Path folder;
  private final Map<Path, Path> generated = new HashMap<>();
  private final Map<String, Optional<Path>> origins = new HashMap<>();

  /**
   * Notes what is written into a class folder.
   *
   * @param folder where {@code files} puts classes
   */
  Outputs(StandardJavaFileManager files, Path folder) {
    super(files);
    this.files = files;
    this.folder = folder;
  }

  /** Files relative to the folder, and their sources; no source for one that comes from many. */
  Map<String, Optional<Path>> origins() {
    return Map.copyOf(origins);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      JavaFileManager.Location location,
      String name,
      JavaFileObject.Kind kind,
      @Nullable FileObject sibling)
      throws IOException {
    return noted(location, super.getJavaFileForOutput(location, name, kind, sibling), sibling);
  }

  @Override
  public JavaFileObject getJavaFileForOutputForOriginatingFiles(
      JavaFileManager.Location location,
      String name,
      JavaFileObject.Kind kind,
      FileObject... sources)
      throws IOException {
    return noted(
        location,
        files.getJavaFileForOutputForOriginatingFiles(location, name, kind, sources),
        sources);
  }

  @Override
  public FileObject getFileForOutputForOriginatingFiles(
      JavaFileManager.Location location, String packageName, String name, FileObject... sources)
      throws IOException {
    return noted(
        location,
        files.getFileForOutputForOriginatingFiles(location, packageName, name, sources),
        sources);
  }

  private <F extends FileObject> F noted(
      JavaFileManager.Location location, F output, @Nullable FileObject... sources) {
    Path file = files.asPath(output);
    Optional<Path> origin =
        sources.length == 1 ? Optional.ofNullable(sources[0]).map(this::origin) : Optional.empty();
    if (location == StandardLocation.SOURCE_OUTPUT) {
      origin.ifPresent(source -> generated.put(file, source));
    } else {
      origins.put(folder.relativize(file).toString(), origin);
    }
    return output;
  }

  private Path origin(FileObject source) {
    Path file = files.asPath(source);
    return generated.getOrDefault(file, file);
  }
}
