package dev.heddle.core.remote;

/** What of its capabilities a process grants to the application's components in others. */
public enum Granting {
  /** Nothing. */
  NOTHING,

  /**
   * What a process may have alone: the key-value store, blobs, events, and capabilities of the
   * application's own. Settings, log, secrets, HTTP, the time and randomness every process has.
   */
  SHARED,

  /** All that the components' constructors ask for; for tests, which fake one or the other. */
  EVERYTHING
}
