package dev.heddle.core;

/** A component cannot be placed where it was asked to be; its calls go where they went. */
public final class PlacementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  PlacementException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Why not, and what to do. */
  public Problem problem() {
    return problem;
  }
}
