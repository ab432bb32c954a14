package dev.heddle.boutique.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The two cookies: who a shopper is, and which currency they see. */
final class ShopperCookies {
  private static final String SESSION = "shop_session-id";
  private static final String CURRENCY = "shop_currency";
  private static final String DEFAULT_CURRENCY = "USD";
  private static final Duration KEPT = Duration.ofDays(30);

  /** Anything else was not made here, and must not become the name of a cart. */
  private static final Pattern SESSION_ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private ShopperCookies() {}

  /** The shopper behind a request; a new one is given a session. */
  static Shopper shopper(HttpServletRequest request, HttpServletResponse response) {
    String currency = value(request, CURRENCY).orElse(DEFAULT_CURRENCY);
    String session =
        value(request, SESSION)
            .filter(id -> SESSION_ID.matcher(id).matches())
            .orElseGet(() -> begin(request, response));
    return new Shopper(session, currency);
  }

  static void rememberCurrency(
      String currencyCode, HttpServletRequest request, HttpServletResponse response) {
    set(CURRENCY, currencyCode, KEPT, request, response);
  }

  static void forget(HttpServletRequest request, HttpServletResponse response) {
    set(SESSION, "", Duration.ZERO, request, response);
    set(CURRENCY, "", Duration.ZERO, request, response);
  }

  private static String begin(HttpServletRequest request, HttpServletResponse response) {
    String session = UUID.randomUUID().toString();
    set(SESSION, session, KEPT, request, response);
    return session;
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
  }

  private static void set(
      String name,
      String value,
      Duration age,
      HttpServletRequest request,
      HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(age)
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
