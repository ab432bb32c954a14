package dev.heddle.core.remote;

import dev.heddle.core.Problem;

/** A process cannot speak to others, or not as it is configured. */
public final class TransportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Reports a problem. */
  public TransportException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Rule, finding and remedy. */
  public Problem problem() {
    return problem;
  }
}
