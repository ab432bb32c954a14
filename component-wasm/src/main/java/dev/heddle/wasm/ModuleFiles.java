package dev.heddle.wasm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a module and its manifest stand. */
record ModuleFiles(Path module, Path manifestFile) {

  static final String FOLDER = "META-INF/heddle/wasm/";

  /** Those of an implementation, by its binary name, inside a folder of class files. */
  static ModuleFiles of(Path output, String implementation) {
    return new ModuleFiles(
        output.resolve(module(implementation)),
        output.resolve(FOLDER + implementation + ".properties"));
  }

  /** Path of an implementation's module inside the application. */
  static String module(String implementation) {
    return FOLDER + implementation + ".wasm";
  }

  /** Whether both are there and the manifest is of this module and this implementation. */
  boolean whole(Candidate candidate) throws IOException {
    return Files.exists(module)
        && Files.exists(manifestFile)
        && manifest().equals(Manifest.of(candidate, Files.readAllBytes(module)));
  }

  String manifest() throws IOException {
    return Files.readString(manifestFile);
  }

  void write(Candidate candidate, byte[] content) throws IOException {
    Files.createDirectories(module.getParent());
    Files.write(module, content);
    Files.writeString(manifestFile, Manifest.of(candidate, content));
  }

  void delete() throws IOException {
    Files.deleteIfExists(module);
    Files.deleteIfExists(manifestFile);
  }
}
