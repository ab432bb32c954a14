package dev.heddle.conformance.server;

/** A real server of a test. Close it when the test is over. */
public interface Server extends AutoCloseable {

  /** Starts it, with what it kept, at the same port; returns when it answers. */
  void start();

  /** Ends it at once, as {@code kill -9} does. */
  void kill();

  /** Stops it in the middle of whatever it does; its port still takes connections. */
  void freeze();

  /** Lets it go on after {@link #freeze}. */
  void thaw();

  @Override
  void close();
}
