package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Judges the module on its standard input, and writes what it found to its standard output. */
final class AdmissionMain {

  private static final byte[] EMPTY = {0, 'a', 's', 'm', 1, 0, 0, 0};

  private AdmissionMain() {}

  /**
   * Takes after how many milliseconds to end whatever happens, should nobody be left who ends it,
   * and the folder of the cache, if there is one.
   */
  public static void main(String[] arguments) throws IOException {
    endAfter(Duration.ofMillis(Long.parseLong(arguments[0])));
    Optional<CompiledCache> cache =
        arguments.length == 1
            ? Optional.empty()
            : Optional.of(CompiledCache.standard(Path.of(arguments[1])));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Nothing else may come between the lines of the answer.
    System.setOut(System.err);
    warmUp();
    AdmissionAnswer.ready(out);
    AdmissionRequest request = AdmissionRequest.read(new DataInputStream(System.in));
    AdmissionAnswer.write(request.problems(new EndiveEngine(cache)), out);
  }

  /** Loads the classes that every module needs, from what may be jars within a jar. */
  private static void warmUp() {
    new EndiveEngine(Optional.empty())
        .compile(GuestModule.read(EMPTY), GuestAbi.LINEAR_1, Set.of(), "");
  }

  private static void endAfter(Duration longest) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                Thread.sleep(longest);
              } catch (InterruptedException e) {
                // Then it ends at once.
              }
              Runtime.getRuntime().halt(1);
            });
  }
}
