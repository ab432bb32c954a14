package dev.heddle.backends;

import dev.heddle.core.Problem;
import java.util.List;

/** A server behind a capability, as the start check and the health indicator see it. */
interface Backend extends AutoCloseable {

  /**
   * What it stands behind, as the configuration names it: {@code keyValue}, {@code blobs} or {@code
   * events}.
   */
  String capability();

  /** What it is and where, without passwords. */
  String description();

  /** What is wrong with its settings; nothing is asked of the server. */
  List<Problem> settingProblems();

  /** Asks the server whether it is there and can keep the capability's promises. */
  List<Problem> serverProblems();

  /**
   * Asks the server for a sign of life.
   *
   * @throws RuntimeException when there is none; its message says why, in words
   */
  void ping();

  @Override
  void close();
}
