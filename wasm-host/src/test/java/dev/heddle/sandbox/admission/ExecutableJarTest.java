package dev.heddle.sandbox.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** In an executable jar, what judges is a class in a jar within that jar. */
class ExecutableJarTest {
  @TempDir Path folder;

  @Test
  void judgesFromWithinAnExecutableJar() throws Exception {
    Path application = folder.resolve("application.jar");
    Repackager repackager = new Repackager(jar("main.jar", ExecutableJarMain.class).toFile());
    repackager.setMainClass(ExecutableJarMain.class.getName());
    List<Path> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            // What makes modules is not needed to judge them.
            .filter(place -> !place.toString().contains("teavm"))
            .map(this::asJar)
            .toList();
    repackager.repackage(
        application.toFile(),
        callback -> {
          for (Path each : libraries) {
            callback.library(new Library(each.toFile(), LibraryScope.COMPILE));
          }
        });

    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(), "-XX:TieredStopAtLevel=1", "-jar", application.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(said).endsWith("Admitted[]");
    assertThat(process.waitFor()).isZero();
  }

  private Path asJar(Path place) {
    try {
      return Files.isDirectory(place)
          ? jar(place.toString().replaceAll("\\W", "-") + ".jar", place)
          : place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path jar(String name, Class<?> main) throws IOException {
    Path classes = folder.resolve("main");
    String file = main.getName().replace('.', '/') + ".class";
    Path target = classes.resolve(file);
    Files.createDirectories(target.getParent());
    try (var in = main.getResourceAsStream("/" + file)) {
      Files.write(target, in.readAllBytes());
    }
    return jar(name, classes);
  }

  private Path jar(String name, Path classes) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(each));
      }
    }
    return jar;
  }
}
