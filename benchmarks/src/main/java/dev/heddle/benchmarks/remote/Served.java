package dev.heddle.benchmarks.remote;

/**
 * A shop that is served.
 *
 * @param address what callers connect to
 * @param server ends when it is closed
 */
record Served(String address, AutoCloseable server) implements AutoCloseable {
  @Override
  public void close() throws Exception {
    server.close();
  }
}
