package dev.heddle.backends;

import dev.heddle.component.capability.KeyValueStoreException;
import dev.heddle.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Whether a Redis server can keep what it was given. */
final class RedisCheck {
  private static final String RULE = "a write that returned is kept";

  private final RedisSettings settings;

  RedisCheck(RedisSettings settings) {
    this.settings = settings;
  }

  /** Asks by {@code info}, which gives sections of the server's report on itself. */
  List<Problem> problems(UnaryOperator<String> info) {
    try {
      List<Problem> problems = new ArrayList<>();
      String persistence = info.apply("persistence");
      String memory = info.apply("memory");
      if (settings.acceptDataLoss()) return problems;
      if (!says(persistence, "aof_enabled:1")) problems.add(noFile());
      if (!says(memory, "maxmemory:0") && !says(memory, "maxmemory_policy:noeviction")) {
        problems.add(drops());
      }
      return problems;
    } catch (KeyValueStoreException failure) {
      return List.of(
          new Problem(
              "a backend answers at the start",
              String.valueOf(failure.getMessage()),
              "Start the server, or correct heddle.key-value.redis.url, user and password; with"
                  + " heddle.key-value.check-at-start=false the application starts without it"));
    }
  }

  private static boolean says(String report, String line) {
    return report.lines().anyMatch(line::equals);
  }

  private Problem noFile() {
    return new Problem(
        RULE,
        settings + " has no append-only file, so it forgets the last writes when it ends",
        "Run it with --appendonly yes, or accept the loss with"
            + " heddle.key-value.redis.accept-data-loss=true");
  }

  private Problem drops() {
    return new Problem(
        RULE,
        settings + " drops keys when its memory is short",
        "Run it with --maxmemory-policy noeviction, or accept the loss with"
            + " heddle.key-value.redis.accept-data-loss=true");
  }
}
