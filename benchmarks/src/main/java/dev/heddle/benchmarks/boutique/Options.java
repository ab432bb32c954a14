package dev.heddle.benchmarks.boutique;

import dev.heddle.benchmarks.boutique.BoutiqueReport.Effort;
import java.util.List;

/**
 * What is wanted: {@code --seconds N} a reading, {@code --rounds N}, {@code --warming SECONDS},
 * {@code --rate REQUESTS} a second, {@code --shoppers N}, {@code --only NAME[,NAME]}.
 */
record Options(Effort effort, List<Contender> contenders) {
  private static final Effort DEFAULT = new Effort(10, 3, 25, 16, Effort.HALF);
  private static final int LEAST_SECONDS = 5;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException when it makes no sense; the message says why
   */
  static Options parse(List<String> arguments) {
    Effort effort = DEFAULT;
    List<Contender> contenders = List.of(Contender.values());
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException("nothing follows " + option);
      }
      String value = arguments.get(i + 1);
      if (option.equals("--only")) contenders = Contender.named(value);
      else effort = changed(effort, option, value);
    }
    return new Options(effort, contenders);
  }

  private static Effort changed(Effort effort, String option, String value) {
    int seconds = effort.seconds();
    int rounds = effort.rounds();
    int warming = effort.warming();
    int shoppers = effort.shoppers();
    int rate = effort.rate();
    switch (option) {
      case "--seconds" -> seconds = number(option, value);
      case "--rounds" -> rounds = number(option, value);
      case "--warming" -> warming = number(option, value);
      case "--shoppers" -> shoppers = number(option, value);
      case "--rate" -> rate = number(option, value);
      default ->
          throw new IllegalArgumentException(
              "the options are --seconds, --rounds, --warming, --shoppers, --rate, each with a"
                  + " number, and --only NAME, not "
                  + option);
    }
    return new Effort(seconds, rounds, warming, shoppers, rate);
  }

  /** Whether the figures are worth keeping. */
  boolean complete() {
    return contenders.size() == Contender.values().length && effort.seconds() >= LEAST_SECONDS;
  }

  private static int number(String option, String value) {
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(option + " takes 1 to 9999, not " + value);
    }
    return Integer.parseInt(value);
  }
}
