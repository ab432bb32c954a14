package dev.heddle.scheduler.plan;

import java.util.Locale;

/** Where calls to a component go. */
public enum Place {
  /** To an object in the application's process. */
  LOCAL,
  /** To a WebAssembly instance in the application's process. */
  SANDBOXED,
  /** To replicas, which hold it sandboxed. */
  REMOTE;

  /** The word for it in configuration, JSON and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
