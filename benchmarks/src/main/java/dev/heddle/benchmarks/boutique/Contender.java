package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is compared. */
enum Contender {
  /** A process for each component, and one for the front. */
  MICROSERVICES(new RestStart()),
  /** One process. */
  COLOCATED(new HeddleStart("local", 0, "")),
  /** One process, each component in a sandbox. */
  SANDBOXED(new HeddleStart("sandboxed", 0, "")),
  /** The front's process, and two with components. */
  SPLIT_2(new HeddleStart("remote", 2, "sandboxed")),
  /** The same, without sandboxes: tells what they cost. */
  SPLIT_2_JVM(new HeddleStart("remote", 2, "local")),
  SPLIT_10(new HeddleStart("remote", 10, "sandboxed"));

  private final Start start;

  /** How a contender is started. */
  @FunctionalInterface
  interface Start {
    /**
     * Starts it.
     *
     * @param folder where its processes run
     * @throws IOException when a process does not start
     */
    Deployment in(Path folder, Programs programs) throws IOException, InterruptedException;
  }

  Contender(Start start) {
    this.start = start;
  }

  Deployment start(Path folder, Programs programs) throws IOException, InterruptedException {
    return start.in(folder, programs);
  }

  /** The name for people. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Those with names, separated by commas, in their own order.
   *
   * @throws IllegalArgumentException when there is none of a name; the message lists those there
   *     are
   */
  static List<Contender> named(String words) {
    List<String> wanted = List.of(words.split(","));
    List<String> known = Stream.of(values()).map(Contender::word).toList();
    for (String word : wanted) {
      if (!known.contains(word)) {
        throw new IllegalArgumentException(
            "there is no contender " + word + ", but " + String.join(", ", known));
      }
    }
    return Stream.of(values())
        .filter(each -> wanted.contains(each.word()))
        .collect(Collectors.toUnmodifiableList());
  }
}
