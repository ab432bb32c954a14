package dev.heddle.boutique.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what no page of the shop sends: large bodies, and forms that stand on other sites. */
final class RequestLimits extends OncePerRequestFilter {
  /** More than any form of the shop has, even when every character is escaped. */
  static final int BODY_BYTES = 16 * 1024;

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isCrossSiteChange(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (request.getContentLengthLong() > BODY_BYTES) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (isUnmeasured(request)) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
      return;
    }
    chain.doFilter(request, response);
  }

  /** The web server itself bounds forms that come in chunks, and nothing else that does. */
  private static boolean isUnmeasured(HttpServletRequest request) {
    String type = request.getContentType();
    boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    return !form && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  /**
   * Browsers say where a request comes from; other clients carry no cookie that could be abused.
   */
  private static boolean isCrossSiteChange(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod())
        && "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
  }
}
