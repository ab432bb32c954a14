package dev.heddle.scheduler;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A process that is to run. Its standard input is a pipe whose other end goes with this process, so
 * that it can tell when it is left alone.
 *
 * @param name what it is called in logs, unique among its siblings
 * @param folder where it runs
 * @param environment variables beside those of this process
 * @param command what is run; asked anew for each start
 */
public record ProcessSpecification(
    String name, Path folder, Map<String, String> environment, Supplier<List<String>> command) {
  /** Copies the map. */
  public ProcessSpecification {
    environment = Map.copyOf(environment);
  }

  /** Does not say what may be secret. */
  @Override
  public String toString() {
    return name;
  }
}
