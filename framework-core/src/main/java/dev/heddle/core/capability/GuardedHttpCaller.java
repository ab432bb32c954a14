package dev.heddle.core.capability;

import dev.heddle.component.capability.HttpCallException;
import dev.heddle.component.capability.HttpCallException.Reason;
import dev.heddle.component.capability.HttpCaller;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one component may call, of what a caller that all of them share can. A host's addresses are
 * looked up once here and again by who connects: between the two its owner may change them. So a
 * rule is trust in the owner of a host's name.
 */
public final class GuardedHttpCaller implements HttpCaller {
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,32}");
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_HEADERS = 16 * 1024;

  private final HttpCaller shared;
  private final String component;
  private final List<HttpRule> rules;
  private final boolean privateAddresses;
  private final HttpLimits limits;

  /**
   * What {@code component} may do with {@code shared}.
   *
   * @param rules what it may call, each as {@code METHODS HOST}
   * @param privateAddresses whether hosts may have addresses of this machine or its network
   * @throws IllegalArgumentException when a rule has another form
   */
  public GuardedHttpCaller(
      HttpCaller shared,
      String component,
      List<String> rules,
      boolean privateAddresses,
      HttpLimits limits) {
    this.shared = shared;
    this.component = component;
    this.rules = rules.stream().map(HttpRule::of).toList();
    this.privateAddresses = privateAddresses;
    this.limits = limits;
  }

  /**
   * Checks rules before anybody needs them.
   *
   * @throws IllegalArgumentException when one has another form
   */
  public static void checkRules(List<String> rules) {
    rules.forEach(HttpRule::of);
  }

  @Override
  public Response call(Request request) {
    checkMethod(request.method());
    checkForm(request.uri());
    checkTimeout(request.timeout());
    checkRules(request.method(), request.uri());
    checkSize(request);
    if (!privateAddresses) checkAddresses(request.uri());
    return shared.call(request);
  }

  private static void checkMethod(String method) {
    if (METHOD.matcher(method).matches() && !method.equals("CONNECT")) return;
    throw new IllegalArgumentException(
        "a method is a word in upper case, such as GET, and not CONNECT");
  }

  private static void checkForm(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("https") || scheme.equals("http");
    if (http && uri.getHost() != null && uri.getUserInfo() == null) return;
    throw new IllegalArgumentException(
        "a call goes to an https or http URI with a host and without a user's name");
  }

  private void checkTimeout(Duration timeout) {
    if (timeout.isPositive() && timeout.compareTo(limits.timeout()) <= 0) return;
    throw new IllegalArgumentException(
        "the timeout is "
            + timeout
            + "; it must be above zero and at most "
            + limits.timeout()
            + " (heddle.http.max-timeout)");
  }

  private void checkRules(String method, URI uri) {
    if (rules.stream().anyMatch(rule -> rule.allows(method, uri))) return;
    throw refused(
        method,
        uri,
        "no rule of heddle.components." + component + ".http.allow names this method and host");
  }

  private void checkSize(Request request) {
    if (request.body().length > limits.requestBytes()) {
      throw new HttpCallException(
          Reason.TOO_LARGE,
          "the request's body has %d bytes; at most %d are sent (heddle.http.max-request-size)"
              .formatted(request.body().length, limits.requestBytes()));
    }
    long count = 0;
    long length = 0;
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      count += header.getValue().size();
      for (String value : header.getValue()) length += header.getKey().length() + value.length();
    }
    if (count > MOST_HEADERS || length > LONGEST_HEADERS) {
      throw new HttpCallException(
          Reason.TOO_LARGE,
          "the request has %d headers of %d characters; at most %d of %d are sent"
              .formatted(count, length, MOST_HEADERS, LONGEST_HEADERS));
    }
  }

  private void checkAddresses(URI uri) {
    for (InetAddress address : addresses(uri)) {
      if (PrivateAddresses.contain(address)) {
        throw refused(
            "a call",
            uri,
            "the host has the address "
                + address.getHostAddress()
                + ", which is not public; heddle.components."
                + component
                + ".http.private-addresses=true allows that");
      }
    }
  }

  private static InetAddress[] addresses(URI uri) {
    try {
      return InetAddress.getAllByName(uri.getHost());
    } catch (UnknownHostException failure) {
      throw new HttpCallException(
          Reason.UNREACHABLE, "the host " + uri.getHost() + " has no address");
    }
  }

  private HttpCallException refused(String what, URI uri, String why) {
    // Without path and query, which may hold what no log should.
    String target = uri.getScheme() + "://" + uri.getRawAuthority();
    return new HttpCallException(
        Reason.REFUSED, component + " may not send " + what + " to " + target + ": " + why);
  }
}
