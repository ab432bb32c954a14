package dev.heddle.scheduler.dashboard;

import java.util.Map;

/** A request that is not served, and why. */
final class RefusedRequest extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Placing.Refusal refusal;
  private final transient Map<String, String> headers;

  RefusedRequest(int status, String rule, String found, String remedy) {
    this(status, new Placing.Refusal(rule, found, remedy), Map.of());
  }

  private RefusedRequest(int status, Placing.Refusal refusal, Map<String, String> headers) {
    super(refusal.rule(), null, false, false);
    this.status = status;
    this.refusal = refusal;
    this.headers = headers;
  }

  /** The method is none of the path's. */
  static RefusedRequest method(String found, String allowed) {
    return new RefusedRequest(
        405,
        new Placing.Refusal(
            "This address takes " + allowed, "The request's method is " + found, "Use " + allowed),
        Map.of("Allow", allowed));
  }

  int status() {
    return status;
  }

  Placing.Refusal refusal() {
    return refusal;
  }

  Map<String, String> headers() {
    return headers;
  }
}
