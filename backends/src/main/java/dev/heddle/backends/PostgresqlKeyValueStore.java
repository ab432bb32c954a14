package dev.heddle.backends;

import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.KeyValueStoreException;
import dev.heddle.component.capability.KeyValueStoreException.Effect;
import dev.heddle.core.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key-value store in one PostgreSQL table. Each method is one statement in a transaction of its
 * own. Safe for use by many threads.
 */
final class PostgresqlKeyValueStore implements KeyValueStore, Backend {
  private final PostgresqlSettings settings;
  private final BoundedCalls calls;
  private final PostgresqlConnections connections;
  private final PostgresqlStatements sql;

  /** Connects to nothing yet. */
  PostgresqlKeyValueStore(PostgresqlSettings settings) {
    this.settings = settings;
    calls = new BoundedCalls(settings.timeout());
    connections = new PostgresqlConnections(settings);
    sql = new PostgresqlStatements(settings.table());
  }

  @Override
  public Optional<byte[]> get(String key) {
    return run(
        Effect.NONE,
        "get the key " + key,
        sql.get(),
        statement -> {
          try (ResultSet found = statement.executeQuery()) {
            return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
          }
        },
        OrderedKeys.bytes(key));
  }

  @Override
  public void put(String key, byte[] value) {
    update("put the key " + key, sql.put(), OrderedKeys.bytes(key), value);
  }

  @Override
  public boolean delete(String key) {
    return update("delete the key " + key, sql.delete(), OrderedKeys.bytes(key));
  }

  @Override
  public boolean compareAndSet(String key, Optional<byte[]> expected, byte[] value) {
    String operation = "compare and set the key " + key;
    byte[] bytes = OrderedKeys.bytes(key);
    return expected.isEmpty()
        ? update(operation, sql.create(), bytes, value)
        : update(operation, sql.replace(), value, bytes, expected.get());
  }

  @Override
  public List<String> list(String prefix, String after, int limit) {
    byte[] begin = OrderedKeys.bytes(prefix);
    String query = begin.length == 0 ? sql.listAll(limit) : sql.list(limit);
    byte[][] bounds =
        begin.length == 0
            ? new byte[][] {OrderedKeys.bytes(after)}
            : new byte[][] {OrderedKeys.bytes(after), begin, OrderedKeys.end(begin)};
    return run(Effect.NONE, "list keys", query, PostgresqlKeyValueStore::keys, bounds);
  }

  private static List<String> keys(PreparedStatement statement) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) keys.add(OrderedKeys.key(found.getBytes(1)));
    }
    return List.copyOf(keys);
  }

  private boolean update(String operation, String query, byte[]... values) {
    return run(
        Effect.UNKNOWN, operation, query, statement -> statement.executeUpdate() == 1, values);
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(
      Effect onFailure, String operation, String query, Work<T> work, byte[]... values) {
    try {
      return calls.call(
          () -> {
            try (Connection connection = connections.get();
                PreparedStatement statement = connection.prepareStatement(query)) {
              for (int i = 0; i < values.length; i++) statement.setBytes(i + 1, values[i]);
              return work.on(statement);
            }
          });
    } catch (Exception failure) {
      throw failed(PostgresqlFailures.effect(onFailure, failure), operation, failure);
    }
  }

  private KeyValueStoreException failed(Effect effect, String operation, Exception cause) {
    KeyValueStoreException failure =
        new KeyValueStoreException(
            effect, settings + " cannot " + operation + ": " + PostgresqlFailures.words(cause));
    failure.initCause(cause);
    return failure;
  }

  @Override
  public String capability() {
    return "keyValue";
  }

  @Override
  public String description() {
    return settings.toString();
  }

  @Override
  public List<Problem> settingProblems() {
    return settings.problems();
  }

  @Override
  public List<Problem> serverProblems() {
    try {
      tryOnce();
      list("", "", 1);
      return List.of();
    } catch (KeyValueStoreException failure) {
      return List.of(
          new Problem(
              "a backend answers at the start",
              String.valueOf(failure.getMessage()),
              "Start the server, or correct heddle.key-value.postgresql.url, user and password;"
                  + " with heddle.key-value.check-at-start=false the application starts without"
                  + " it"));
    }
  }

  private void tryOnce() {
    try {
      calls.call(
          () -> {
            connections.tryOnce();
            return "";
          });
    } catch (Exception failure) {
      throw failed(Effect.NONE, "be asked", failure);
    }
  }

  @Override
  public void ping() {
    list("", "", 1);
  }

  @Override
  public void close() {
    connections.close();
  }
}
