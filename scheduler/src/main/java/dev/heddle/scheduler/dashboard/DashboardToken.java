package dev.heddle.scheduler.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a request must carry to change something: 256 random bits, known to who may. Immutable. */
public final class DashboardToken {
  private static final int BYTES = 32;

  private final String text;

  private DashboardToken(String text) {
    this.text = text;
  }

  /** A new one. */
  public static DashboardToken random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new DashboardToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * One that was made before.
   *
   * @param text what {@link #text} said
   * @throws IllegalArgumentException when this is no token
   */
  public static DashboardToken of(String text) {
    if (Base64.getUrlDecoder().decode(text).length != BYTES) {
      throw new IllegalArgumentException("a token has 32 bytes, in Base64 for URLs");
    }
    return new DashboardToken(text);
  }

  /** The token itself; letters, digits, {@code -} and {@code _}. */
  public String text() {
    return text;
  }

  /** Takes as long whatever is given. */
  boolean matches(String given) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Does not say it: this may stand in a log. */
  @Override
  public String toString() {
    return "token";
  }
}
