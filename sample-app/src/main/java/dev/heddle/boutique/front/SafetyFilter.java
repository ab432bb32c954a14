package dev.heddle.boutique.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large or of unknown length, and tells browsers to run no scripts. */
@Component
final class SafetyFilter extends OncePerRequestFilter {
  private static final long LARGEST_BODY = 64 * 1024;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    if (request.getDispatcherType() == jakarta.servlet.DispatcherType.REQUEST
        && WITH_BODY.contains(request.getMethod())) {
      if (request.getContentLengthLong() > LARGEST_BODY) {
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        return;
      }
      if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
        response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
