package dev.heddle.component.wire;

import org.jspecify.annotations.Nullable;

/** Bytes are not a message of the expected type, or exceed a limit of {@link WireLimits}. */
public final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the bytes. */
  public MalformedMessageException(String message) {
    super(message);
  }

  /** A field without which no value can be built is absent. */
  public static MalformedMessageException missing(String field) {
    return new MalformedMessageException(field + " is missing");
  }

  /**
   * The value of a field without which no value can be built.
   *
   * @throws MalformedMessageException when it is absent
   */
  public static <T> T required(@Nullable T value, String field) {
    if (value == null) throw missing(field);
    return value;
  }

  /** A field holds something that its Java type cannot. */
  public static MalformedMessageException invalid(String field, String found) {
    return new MalformedMessageException(field + " cannot be " + found);
  }

  /** The constructor of a record or exception refused what the message holds. */
  public static MalformedMessageException refused(String type, RuntimeException refusal) {
    if (refusal instanceof MalformedMessageException known) return known;
    MalformedMessageException seen =
        new MalformedMessageException(type + " refuses its fields: " + refusal.getMessage());
    seen.initCause(refusal);
    return seen;
  }
}
