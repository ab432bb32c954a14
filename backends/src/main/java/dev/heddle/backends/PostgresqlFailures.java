package dev.heddle.backends;

import dev.heddle.backends.PostgresqlConnections.NoConnectionException;
import dev.heddle.component.capability.KeyValueStoreException.Effect;
import java.sql.SQLException;

/** What a failure of the driver means. */
final class PostgresqlFailures {
  private PostgresqlFailures() {}

  /** What a call whose connection breaks may change is {@code broken}. */
  static Effect effect(Effect broken, Exception failure) {
    if (failure instanceof NoConnectionException) return Effect.NONE;
    if (!(failure instanceof SQLException said) || said.getSQLState() == null) return broken;
    // 08: the connection broke. 57P: the server went away. All else it refused and rolled back.
    return said.getSQLState().matches("08.*|57P.*") ? broken : Effect.NONE;
  }

  static String words(Exception failure) {
    return Words.of(failure).replace('\n', ' ');
  }
}
