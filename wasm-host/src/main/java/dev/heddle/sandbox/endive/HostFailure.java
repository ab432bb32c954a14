package dev.heddle.sandbox.endive;

/** Carries what a host function threw through the guest, which cannot catch it. */
final class HostFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RuntimeException failure;

  HostFailure(RuntimeException failure) {
    super(null, failure, false, false);
    this.failure = failure;
  }

  RuntimeException failure() {
    return failure;
  }
}
