package dev.heddle.sandbox.pool;

import java.util.Locale;

/** Why an instance was thrown away. */
enum Discard {
  /** It trapped. */
  TRAP,
  /** It used more than it may. */
  LIMIT,
  /** It was stopped since it ran too long, or nobody waited any longer. */
  STOPPED,
  /** It has served its calls. */
  CALLS,
  /** It has allocated what an instance may. */
  ALLOCATION,
  /** The component is called elsewhere now, or ends. */
  RELEASED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
