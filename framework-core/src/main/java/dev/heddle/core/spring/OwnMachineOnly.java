package dev.heddle.core.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets changes pass that a program of the application's own machine asks for, and nothing else: no
 * other machine, no proxy that forwards for one, and no web page in this machine's browser.
 */
final class OwnMachineOnly implements Runnable {
  private static final List<String> PROXIED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  public void run() {
    boolean allowed =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
            && allowed(attributes.getRequest());
    if (allowed) return;
    throw new ResponseStatusException(
        HttpStatus.FORBIDDEN, "only programs of the application's own machine may change this");
  }

  static boolean allowed(HttpServletRequest request) {
    return loopback(request.getRemoteAddr())
        && PROXIED.stream().allMatch(header -> request.getHeader(header) == null)
        // Browsers name the page's origin; and a name of somebody's own may point here.
        && request.getHeader("Origin") == null
        && request.getHeader("Sec-Fetch-Site") == null
        && NAMES.contains(host(request));
  }

  private static boolean loopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static String host(HttpServletRequest request) {
    String header = request.getHeader("Host");
    if (header == null) return "";
    try {
      String host = URI.create("http://" + header).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
