package dev.heddle.backends;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The pool of connections, made at the first use together with the table. */
final class PostgresqlConnections implements AutoCloseable {
  /** The shortest that the pool accepts, in milliseconds. */
  private static final long SHORTEST = 250;

  private final PostgresqlSettings settings;
  private @Nullable HikariDataSource pool;
  private volatile boolean tableIsThere;

  PostgresqlConnections(PostgresqlSettings settings) {
    this.settings = settings;
  }

  /**
   * A connection; close it to give it back.
   *
   * @throws NoConnectionException when there is none; nothing was asked of the server then
   */
  Connection get() throws NoConnectionException {
    try {
      Connection connection = pool().getConnection();
      if (!tableIsThere) makeTable(connection);
      return connection;
    } catch (SQLException | RuntimeException failure) {
      throw new NoConnectionException(failure);
    }
  }

  /**
   * Connects and leaves. A pool asks again and again until its time is over; this is told at once
   * what is wrong.
   */
  void tryOnce() throws SQLException {
    Properties properties = driver(timeout());
    properties.setProperty("user", settings.user());
    String password = settings.passwords().get();
    if (!password.isEmpty()) properties.setProperty("password", password);
    Connection connection = new Driver().connect(settings.url(), properties);
    if (connection != null) connection.close();
  }

  private void makeTable(Connection connection) throws SQLException {
    PostgresqlStatements sql = new PostgresqlStatements(settings.table());
    try (Statement statement = connection.createStatement()) {
      if (!isThere(statement, sql)) statement.execute(sql.makeTable());
      tableIsThere = true;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  private static boolean isThere(Statement statement, PostgresqlStatements sql)
      throws SQLException {
    try (ResultSet found = statement.executeQuery(sql.findTable())) {
      return found.next() && found.getBoolean(1);
    }
  }

  private synchronized HikariDataSource pool() {
    HikariDataSource made = pool;
    if (made == null) {
      made = new HikariDataSource(config());
      pool = made;
    }
    return made;
  }

  /** Shorter than a call may take, so that the pool can say what keeps it from connecting. */
  private long timeout() {
    return Math.max(SHORTEST, settings.timeout().toMillis() * 3 / 4);
  }

  private HikariConfig config() {
    long timeout = timeout();
    HikariConfig config = new HikariConfig();
    config.setPoolName("heddle-key-value");
    config.setJdbcUrl(settings.url());
    config.setDriverClassName(Driver.class.getName());
    config.setUsername(settings.user());
    String password = settings.passwords().get();
    if (!password.isEmpty()) config.setPassword(password);
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(0);
    config.setConnectionTimeout(timeout);
    config.setValidationTimeout(timeout);
    // A server that is not there is told by the start check, in words.
    config.setInitializationFailTimeout(-1);
    config.setDataSourceProperties(driver(timeout));
    return config;
  }

  private static Properties driver(long timeout) {
    Properties driver = new Properties();
    int seconds = (int) Math.max(1, (timeout + 999) / 1000);
    driver.setProperty("connectTimeout", String.valueOf(seconds));
    driver.setProperty("loginTimeout", String.valueOf(seconds));
    driver.setProperty("socketTimeout", String.valueOf(seconds + 1));
    driver.setProperty("tcpKeepAlive", "true");
    driver.setProperty("ApplicationName", "heddle");
    // Whatever the database's default: what was answered is on the server's disk.
    driver.setProperty(
        "options", "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed");
    return driver;
  }

  @Override
  public synchronized void close() {
    if (pool != null) pool.close();
  }

  /** No connection was to be had. */
  static final class NoConnectionException extends Exception {
    private static final long serialVersionUID = 1L;

    NoConnectionException(Exception cause) {
      super("no connection", cause);
    }
  }
}
