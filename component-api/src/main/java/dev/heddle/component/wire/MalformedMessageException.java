package dev.heddle.component.wire;

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

  /** A field holds something that its Java type cannot. */
  public static MalformedMessageException invalid(String field, String found) {
    return new MalformedMessageException(field + " cannot be " + found);
  }
}
