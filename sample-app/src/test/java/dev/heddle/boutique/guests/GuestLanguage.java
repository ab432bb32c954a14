package dev.heddle.boutique.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The languages of the worked guests, which are built where the machine has their tools. */
enum GuestLanguage {
  C("c", 40_000_000, "clang", "wasm-ld"),
  ASSEMBLYSCRIPT("assemblyscript", 40_000_000, "node", "npm"),
  GO("go", 500_000_000, "go");

  private static final Path EXAMPLES = Path.of("../examples/guests");
  private static final Path BUILT = Path.of("target/guests");

  private final String folder;
  private final List<String> tools;

  /** What a call may use: enough for thousands of items, and not for hundreds of thousands. */
  final long fuel;

  GuestLanguage(String folder, long fuel, String... tools) {
    this.folder = folder;
    this.fuel = fuel;
    this.tools = List.of(tools);
  }

  /** Builds the guest that is Shipping. */
  Path shipping() {
    needTools();
    Path built = BUILT.resolve(folder + ".wasm").toAbsolutePath();
    run(EXAMPLES.resolve(folder).resolve("build").toString(), built.toString());
    return built;
  }

  /** Builds a guest in C that does what no guest should. */
  static Path misbehaving() {
    C.needTools();
    Path built = BUILT.resolve("misbehaving.wasm").toAbsolutePath();
    run(
        "clang",
        "--target=wasm32",
        "-O1",
        "-nostdlib",
        "-Wl,--no-entry",
        "-o",
        built.toString(),
        "src/test/guests/misbehaving.c");
    return built;
  }

  private void needTools() {
    Optional<String> missing = tools.stream().filter(tool -> !onThePath(tool)).findFirst();
    if (missing.isEmpty()) return;
    String line = "The guest in " + this + " is not tested: no " + missing.get() + " on the PATH";
    System.out.println(line);
    Assumptions.abort(line);
  }

  private static boolean onThePath(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private static void run(String... command) {
    try {
      Files.createDirectories(BUILT);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", List.of(command), output).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("cannot run " + List.of(command), e);
    }
  }
}
