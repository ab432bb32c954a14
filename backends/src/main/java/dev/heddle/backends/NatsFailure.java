package dev.heddle.backends;

import io.nats.client.JetStreamApiException;

/** A call to NATS that failed, in words. */
final class NatsFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;
  private static final int NOT_STORED = 10_077;
  private static final int OTHER_SEQUENCE = 10_071;

  private final int status;
  private final int code;
  private final String description;

  NatsFailure(String words, Throwable cause) {
    super(words + ": " + Words.of(cause), cause);
    boolean answered = cause instanceof JetStreamApiException;
    JetStreamApiException answer = answered ? (JetStreamApiException) cause : null;
    status = answer == null ? 0 : answer.getErrorCode();
    code = answer == null ? 0 : answer.getApiErrorCode();
    description = answer == null ? "" : String.valueOf(answer.getErrorDescription());
  }

  /** Whether the server says that there is no such message. */
  boolean notFound() {
    return status == NOT_FOUND;
  }

  /** Whether the server says that a stream has as many messages as it may have. */
  boolean full() {
    return code == NOT_STORED && description.contains("maximum");
  }

  /** Whether the server says that somebody else has written the subject meanwhile. */
  boolean overtaken() {
    return code == OTHER_SEQUENCE;
  }
}
