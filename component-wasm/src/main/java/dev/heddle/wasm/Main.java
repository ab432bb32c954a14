package dev.heddle.wasm;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the modules of an application. Its arguments are the folder of class files that takes them,
 * a folder that is kept from build to build, and the class path or, after an {@code @}, a file that
 * holds it.
 */
public final class Main {
  private static final String USAGE = "usage: dev.heddle.wasm.Main OUTPUT RECORDS CLASSPATH|@FILE";

  private Main() {}

  /** Exits with 0, with 1 when an implementation cannot be sandboxed, with 2 on wrong arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    if (arguments.length != 3) {
      err.println(USAGE);
      return 2;
    }
    Path output = Path.of(arguments[0]);
    try {
      new SandboxBuild(classPath(arguments[2]), output, Path.of(arguments[1]), out::println).run();
      return 0;
    } catch (SandboxBuildException refused) {
      err.println(refused.getMessage());
      return 1;
    }
  }

  private static List<Path> classPath(String argument) throws IOException {
    String value =
        argument.startsWith("@") ? Files.readString(Path.of(argument.substring(1))) : argument;
    return Stream.of(value.strip().split(File.pathSeparator, -1))
        .filter(place -> !place.isEmpty())
        .map(Path::of)
        .toList();
  }
}
