package dev.heddle.scheduler.plan;

/**
 * What goes along an edge to one place, each second.
 *
 * @param calls a second
 * @param bytes a second
 * @param seconds a second that callers wait for answers: how many wait at a time
 */
record EdgeLoad(double calls, double bytes, double seconds) {
  static final EdgeLoad NONE = new EdgeLoad(0, 0, 0);

  EdgeLoad plus(EdgeLoad other) {
    return new EdgeLoad(calls + other.calls, bytes + other.bytes, seconds + other.seconds);
  }

  /** Some way towards another: 0 is this one, 1 the other. */
  EdgeLoad towards(EdgeLoad other, double share) {
    return new EdgeLoad(
        calls + share * (other.calls - calls),
        bytes + share * (other.bytes - bytes),
        seconds + share * (other.seconds - seconds));
  }
}
