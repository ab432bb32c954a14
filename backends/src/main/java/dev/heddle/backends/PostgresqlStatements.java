package dev.heddle.backends;

/**
 * The statements.
 *
 * @param table the table's name, which was checked: it stands in them as it is
 */
record PostgresqlStatements(String table) {

  String makeTable() {
    return "CREATE TABLE IF NOT EXISTS " + table + " (key bytea PRIMARY KEY, value bytea NOT NULL)";
  }

  /** Whether there is one; making one takes rights that using it does not. */
  String findTable() {
    return "SELECT to_regclass('" + table + "') IS NOT NULL";
  }

  String get() {
    return "SELECT value FROM " + table + " WHERE key = ?";
  }

  String put() {
    return "INSERT INTO "
        + table
        + " (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  }

  String delete() {
    return "DELETE FROM " + table + " WHERE key = ?";
  }

  String create() {
    return "INSERT INTO " + table + " (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING";
  }

  String replace() {
    return "UPDATE " + table + " SET value = ? WHERE key = ? AND value = ?";
  }

  String list(int limit) {
    return "SELECT key FROM "
        + table
        + " WHERE key > ? AND key >= ? AND key < ? ORDER BY key LIMIT "
        + limit;
  }

  String listAll(int limit) {
    return "SELECT key FROM " + table + " WHERE key > ? ORDER BY key LIMIT " + limit;
  }
}
