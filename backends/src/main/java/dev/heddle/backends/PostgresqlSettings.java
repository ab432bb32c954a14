package dev.heddle.backends;

import dev.heddle.core.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Key-value stores in PostgreSQL, when heddle.key-value.backend is postgresql.
 *
 * @param url Server and database, such as jdbc:postgresql://db.internal:5432/shop; with
 *     ?sslmode=verify-full for TLS.
 * @param user User, who must be allowed to use the table and, if it is missing, to make it.
 * @param password Password. Better in a file.
 * @param passwordFile File that holds the password.
 * @param timeout Longest time that a call may take, from 1ms to 10m.
 * @param connections Most connections at a time, from 1 to 1000.
 * @param table Table that holds keys and values, perhaps after a schema and a dot; made when it is
 *     missing. Applications that share a database need different ones.
 */
@ConfigurationProperties("heddle.key-value.postgresql")
public record PostgresqlSettings(
    @Nullable String url,
    @DefaultValue("") String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("10") int connections,
    @DefaultValue("heddle_key_value") String table) {
  private static final String PREFIX = "heddle.key-value.postgresql";
  private static final String NAME = "[a-z_][a-z0-9_]{0,62}";

  Passwords passwords() {
    return new Passwords(PREFIX + ".password", password, passwordFile);
  }

  List<Problem> problems() {
    return new SettingProblems(PREFIX)
        .url("url", url, List.of("jdbc:postgresql"), "jdbc:postgresql://localhost:5432/shop")
        .text("user", user, "shop")
        .password(passwords())
        .timeout(timeout)
        .connections(connections)
        .matches(
            "table",
            table,
            "(" + NAME + "\\.)?" + NAME,
            "lower-case letters, digits and underscores, perhaps after a schema and a dot")
        .all();
  }

  @Override
  public String toString() {
    // What follows the question mark may be a password.
    return "PostgreSQL at " + (url == null ? "" : url.replaceFirst("\\?.*", ""));
  }
}
