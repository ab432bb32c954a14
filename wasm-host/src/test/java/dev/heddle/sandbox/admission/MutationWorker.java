package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.engine.WasmEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.Mutants;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges one mutant after the other, as {@link AdmissionMain} judges one module: a JVM for each of
 * them would take days.
 */
final class MutationWorker {
  static final String ADMITTED = "admitted";
  static final String REFUSED = "refused";

  private MutationWorker() {}

  /** Takes the folder of the modules second, and the range of seeds on standard input. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    DataInputStream in = new DataInputStream(System.in);
    Path folder = Path.of(arguments[1]);
    Mutants mutants = new Mutants(modules(folder));
    WasmEngine engine = new EndiveEngine(Optional.of(cache(folder)));
    long to = in.readLong();
    for (long seed = in.readLong(); seed < to; seed++) {
      long begun = System.nanoTime();
      String verdict = verdict(seed, mutants.of(seed), engine);
      out.println(seed + "\t" + verdict + "\t" + (System.nanoTime() - begun) / 1_000);
    }
  }

  static List<byte[]> modules(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> each.toString().endsWith(".wasm"))
          .sorted()
          .map(MutationWorker::bytes)
          .toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was admitted lately: it is run at once. */
  static CompiledCache cache(Path folder) {
    return new CompiledCache(folder.resolve("cache"), Duration.ofDays(1), 4 << 20);
  }

  private static String verdict(long seed, byte[] mutant, WasmEngine engine) {
    try {
      AdmissionRequest request =
          new AdmissionRequest(mutant, GuestAbi.JAVA_1, Set.of(), "mutant " + seed);
      return request.problems(engine).isEmpty() ? ADMITTED : REFUSED;
    } catch (RuntimeException | Error unexpected) {
      return unexpected.toString().replaceAll("\\s+", " ");
    }
  }
}
