package dev.heddle.scheduler;

/** Who wants a component somewhere. */
public enum Origin {
  /** The application's settings. */
  CONFIGURATION,
  /** Somebody asked for it; until they let go of it, nobody else decides. */
  PERSON,
  /** The planner. */
  PLANNER,
  /** A process was lost, or came back. */
  RECOVERY
}
