package dev.heddle.core.remote;

import java.util.Locale;

/** Why a process does not take in what another one asks of it. */
public enum Refusal {
  /** The caller speaks another protocol between processes. */
  PROTOCOL(Of.CALLER),
  /** The caller is of another application. */
  APPLICATION(Of.CALLER),
  /** The caller is of another revision. */
  REVISION(Of.CALLER),
  /** The component is not hosted here, or nobody is granted the capability here. */
  NOT_HOSTED(Of.CALL),
  /** The capability is not granted to the component that calls it. */
  NOT_GRANTED(Of.CALL),
  /** There is too much to do. */
  OVERLOADED(Of.CALL);

  /** What is refused. */
  public enum Of {
    /** A process, with all its calls. */
    CALLER,
    /** One call. */
    CALL
  }

  private final Of of;

  Refusal(Of of) {
    this.of = of;
  }

  /** What is refused. */
  public Of of() {
    return of;
  }

  /** The reason's word in documents: its name in lower case, with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
