package dev.heddle.boutique.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Finds out from the cookies who is shopping; a newcomer gets a session. */
@Component
final class ShopperResolver implements HandlerMethodArgumentResolver {
  private static final Pattern SESSION =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final String ATTRIBUTE = Shopper.class.getName();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Shopper.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return of(
        request.getNativeRequest(HttpServletRequest.class),
        Optional.ofNullable(request.getNativeResponse(HttpServletResponse.class)));
  }

  /** The shopper of a request; the same one however often it is asked. */
  static Shopper of(@Nullable HttpServletRequest request, Optional<HttpServletResponse> response) {
    if (request == null) return new Shopper(newSession(), Shopper.DEFAULT_CURRENCY);
    if (request.getAttribute(ATTRIBUTE) instanceof Shopper known) return known;
    Optional<String> session = ShopCookies.read(request, ShopCookies.SESSION, SESSION);
    String userId = session.orElseGet(ShopperResolver::newSession);
    if (session.isEmpty()) {
      response.ifPresent(answer -> ShopCookies.write(answer, ShopCookies.SESSION, userId));
    }
    String currencyCode =
        ShopCookies.read(request, ShopCookies.CURRENCY, CURRENCY).orElse(Shopper.DEFAULT_CURRENCY);
    Shopper shopper = new Shopper(userId, currencyCode);
    request.setAttribute(ATTRIBUTE, shopper);
    return shopper;
  }

  private static String newSession() {
    return UUID.randomUUID().toString();
  }
}
