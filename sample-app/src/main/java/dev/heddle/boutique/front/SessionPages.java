package dev.heddle.boutique.front;

import dev.heddle.boutique.currency.UnknownCurrency;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What a shopper chooses for a while. */
@Controller
class SessionPages {
  private static final Pattern RETURNED_TO = Pattern.compile("/cart|/product/[A-Za-z0-9_-]+");

  private final Shop shop;

  SessionPages(Shop shop) {
    this.shop = shop;
  }

  @PostMapping("/setCurrency")
  String setCurrency(
      @RequestParam("currency_code") String code,
      @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referer,
      HttpServletResponse response)
      throws UnknownCurrency {
    ShopCookies.write(response, ShopCookies.CURRENCY, shop.currency(code));
    return "redirect:" + Optional.ofNullable(referer).map(SessionPages::path).orElse("/");
  }

  @GetMapping("/logout")
  String logout(HttpServletResponse response) {
    ShopCookies.clear(response, ShopCookies.SESSION);
    ShopCookies.clear(response, ShopCookies.CURRENCY);
    return "redirect:/";
  }

  /** The shop's own page that a request came from: only pages that can be asked for by GET. */
  private static String path(String referer) {
    try {
      @Nullable String path = URI.create(referer).getPath();
      return path != null && RETURNED_TO.matcher(path).matches() ? path : "/";
    } catch (IllegalArgumentException malformed) {
      return "/";
    }
  }
}
