package dev.heddle.boutique.front;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The shop's cookies. They go with no request that another site makes, links apart. */
final class ShopCookies {
  static final String SESSION = "shop_session-id";
  static final String CURRENCY = "shop_currency";
  private static final Duration LIFE = Duration.ofDays(2);

  private ShopCookies() {}

  /** A cookie's value, if it is there and has the form that the shop gave it. */
  static Optional<String> read(HttpServletRequest request, String name, Pattern form) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .filter(value -> form.matcher(value).matches())
        .findFirst();
  }

  static void write(HttpServletResponse response, String name, String value) {
    add(response, name, value, LIFE);
  }

  static void clear(HttpServletResponse response, String name) {
    add(response, name, "", Duration.ZERO);
  }

  private static void add(HttpServletResponse response, String name, String value, Duration life) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
