package dev.heddle.core;

import java.util.Locale;

/** Where calls to a component go. */
public enum Placement {
  /** To an object in this process. */
  LOCAL,
  /** To a WebAssembly instance in this process. */
  SANDBOXED,
  /** To a replica in another process. */
  REMOTE;

  /** The word for it in configuration, JSON and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
