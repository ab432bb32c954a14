package dev.heddle.cli.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of the compiler made.
 *
 * @param folder where the classes and other outputs are
 * @param origins the outputs, relative to the folder, and the source of each
 * @param errors what the compiler and the processors refuse, in words; nothing is usable then
 */
record Compilation(Path folder, Map<String, Optional<Path>> origins, List<String> errors) {
  Compilation {
    origins = Map.copyOf(origins);
    errors = List.copyOf(errors);
  }
}
