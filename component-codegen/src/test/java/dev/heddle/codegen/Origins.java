package dev.heddle.codegen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Notes which sources the processor says that each of its files originates from. */
final class Origins extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, List<String>> known = new TreeMap<>();

  Origins(StandardJavaFileManager files) {
    super(files);
  }

  Map<String, List<String>> known() {
    return known;
  }

  @Override
  public JavaFileObject getJavaFileForOutputForOriginatingFiles(
      Location location, String className, JavaFileObject.Kind kind, FileObject... originating)
      throws IOException {
    if (kind == JavaFileObject.Kind.SOURCE) {
      note(className.replace('.', '/') + kind.extension, originating);
    }
    return fileManager.getJavaFileForOutputForOriginatingFiles(
        location, className, kind, originating);
  }

  @Override
  public FileObject getFileForOutputForOriginatingFiles(
      Location location, String packageName, String relativeName, FileObject... originating)
      throws IOException {
    note(relativeName, originating);
    return fileManager.getFileForOutputForOriginatingFiles(
        location, packageName, relativeName, originating);
  }

  private void note(String file, FileObject... originating) {
    known.put(
        file,
        Arrays.stream(originating)
            .map(source -> String.valueOf(Path.of(source.getName()).getFileName()))
            .toList());
  }
}
