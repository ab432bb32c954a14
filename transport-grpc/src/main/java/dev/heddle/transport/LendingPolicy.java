package dev.heddle.transport;

/**
 * Decides when an event loop is lent to its callers, and whether these poll. It is lent after as
 * many answers in a row, each to the only call there was, as are asked for: more when nobody led or
 * the answer did not come meanwhile, fewer when it did. Callers poll as long as half of the answers
 * come while they do, and try again now and then. For one thread at a time.
 */
final class LendingPolicy {
  private static final int FIRST = 16;
  private static final int MOST = 4096;
  private static final int MOST_WORTH = 64;
  private static final int TRIES = 8;
  private static final int PAUSE = 256;

  private final boolean lends;
  private int asked = FIRST;
  private int lonely;
  private int worth = MOST_WORTH;
  private int unpolled;
  private boolean polls;

  /** A policy, which lends at all or never. */
  LendingPolicy(boolean lends) {
    this.lends = lends;
  }

  /**
   * Notes an answer.
   *
   * @param last whether nobody else waits
   * @return whether to lend the loop now
   */
  boolean answered(boolean last) {
    lonely = last ? lonely + 1 : 0;
    if (!last) asked = Math.max(asked, FIRST);
    if (!lends || lonely < asked) return false;
    lonely = 0;
    return true;
  }

  /** Whether the next caller polls for its answer. */
  boolean polls() {
    polls = worth > 0;
    if (!polls && ++unpolled == PAUSE) {
      unpolled = 0;
      worth = TRIES;
    }
    return polls;
  }

  /**
   * Notes a call that led the loop.
   *
   * @param polled whether its answer came while it polled
   * @param answered whether it came at all while it led
   * @return whether the loop stays lent
   */
  boolean led(boolean polled, boolean answered) {
    if (polls) worth = polled ? Math.min(MOST_WORTH, worth + 1) : worth - 1;
    asked = answered ? Math.max(1, asked / 2) : Math.min(MOST, asked * 2);
    return answered;
  }

  /** Notes that nobody led while the loop was lent. */
  void unused() {
    asked = Math.min(MOST, asked * 2);
  }
}
