package dev.heddle.core.remote;

/**
 * Keeps retries from multiplying the load of replicas that fail, as gRPC's retry throttling does:
 * each retry takes a token, each answered call gives a tenth back, and there is no retry with less
 * than half of the tokens. Safe for use by many threads.
 *
 * @see <a href="https://github.com/grpc/proposal/blob/master/A6-client-retries.md">gRFC A6</a>
 */
final class RetryBudget {
  private static final int MOST_TENTHS = 1_000;

  private volatile int tenths = MOST_TENTHS;

  void answered() {
    if (tenths < MOST_TENTHS) earn();
  }

  private synchronized void earn() {
    if (tenths < MOST_TENTHS) tenths++;
  }

  /** Takes a token, if there is one to take. */
  synchronized boolean retry() {
    if (tenths <= MOST_TENTHS / 2) return false;
    tenths -= 10;
    return true;
  }
}
