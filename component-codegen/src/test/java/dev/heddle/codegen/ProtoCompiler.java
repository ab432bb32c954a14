package dev.heddle.codegen;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compiles generated .proto files with protoc, as the author of a client would. */
final class ProtoCompiler {
  private ProtoCompiler() {}

  /** The descriptor of a generated .proto under {@code output}, compiled in {@code scratch}. */
  static FileDescriptor compile(Path output, String proto, Path scratch)
      throws IOException, InterruptedException, DescriptorValidationException {
    Path root = output.resolve("META-INF/heddle/proto");
    include(scratch, "META-INF/heddle/proto/dev/heddle/failure.proto", "dev/heddle/failure.proto");
    for (String name : List.of("timestamp", "duration")) {
      String path = "google/protobuf/" + name + ".proto";
      include(scratch, path, path);
    }
    Path set = scratch.resolve("descriptors");
    Path protoc = Path.of("target/protoc/protoc").toAbsolutePath();
    if (!protoc.toFile().setExecutable(true)) throw new IOException("cannot execute " + protoc);
    Process process =
        new ProcessBuilder(
                protoc.toString(),
                "--fatal_warnings",
                "--include_imports",
                "-I" + root,
                "-I" + scratch,
                "--descriptor_set_out=" + set,
                proto)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) throw new AssertionError("protoc: " + said);
    return link(FileDescriptorSet.parseFrom(Files.readAllBytes(set)));
  }

  private static void include(Path scratch, String resource, String path) throws IOException {
    Path file = scratch.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (InputStream in =
        Objects.requireNonNull(
            ProtoCompiler.class.getClassLoader().getResourceAsStream(resource))) {
      Files.write(file, in.readAllBytes());
    }
  }

  private static FileDescriptor link(FileDescriptorSet set) throws DescriptorValidationException {
    Map<String, FileDescriptor> linked = new HashMap<>();
    FileDescriptor last = null;
    // Imports stand before the files that name them.
    for (FileDescriptorProto file : set.getFileList()) {
      FileDescriptor[] dependencies =
          file.getDependencyList().stream().map(linked::get).toArray(FileDescriptor[]::new);
      last = FileDescriptor.buildFrom(file, dependencies);
      linked.put(file.getName(), last);
    }
    return Objects.requireNonNull(last);
  }
}
