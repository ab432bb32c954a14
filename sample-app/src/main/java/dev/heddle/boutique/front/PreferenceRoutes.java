package dev.heddle.boutique.front;

import dev.heddle.boutique.currency.UnknownCurrency;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a currency, and leaving. */
@Controller
class PreferenceRoutes {
  /** Pages that answer a form: going back to one means going back to the cart. */
  private static final Set<String> FORM_TARGETS = Set.of("/cart", "/cart/checkout");

  private final Storefront storefront;

  PreferenceRoutes(Storefront storefront) {
    this.storefront = storefront;
  }

  @PostMapping("/setCurrency")
  ResponseEntity<Void> setCurrency(
      @RequestParam(name = "currency_code", defaultValue = "") String currencyCode,
      HttpServletRequest request,
      HttpServletResponse response)
      throws UnknownCurrency {
    if (!storefront.currencies().contains(currencyCode)) throw new UnknownCurrency(currencyCode);
    ShopperCookies.rememberCurrency(currencyCode, request, response);
    return Pages.seeOther(back(request));
  }

  @GetMapping("/logout")
  ResponseEntity<Void> logout(HttpServletRequest request, HttpServletResponse response) {
    ShopperCookies.forget(request, response);
    return Pages.seeOther("/");
  }

  /** The page that the form stood on, if it was one of ours; never an address elsewhere. */
  private static String back(HttpServletRequest request) {
    URI referer = uri(request.getHeader(HttpHeaders.REFERER));
    String path = referer.getRawPath();
    if (path == null || !request.getHeader(HttpHeaders.HOST).equals(referer.getRawAuthority()))
      return "/";
    if (FORM_TARGETS.contains(path)) return "/cart";
    return path.startsWith("/product/") ? path : "/";
  }

  private static URI uri(@Nullable String text) {
    try {
      return new URI(text == null ? "" : text);
    } catch (URISyntaxException malformed) {
      return URI.create("");
    }
  }
}
