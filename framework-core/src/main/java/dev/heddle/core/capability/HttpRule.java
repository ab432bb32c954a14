package dev.heddle.core.capability;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of an allow list: methods, a blank, and a host, such as {@code GET|POST
 * api.example.com}. Methods are one or several separated by {@code |}, or {@code *} for all. A host
 * stands for https at port 443; {@code https://HOST:PORT} and {@code http://HOST:PORT} say others.
 * {@code *.example.com} stands for every host below example.com, not for itself.
 */
record HttpRule(Set<String> methods, String scheme, String host, int port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<methods>\\*|[A-Z]+(\\|[A-Z]+)*) +((?<scheme>https?)://)?"
              + "(?<host>(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])"
              + "(:(?<port>[0-9]{1,5}))?");

  HttpRule {
    methods = Set.copyOf(methods);
  }

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException when it has another form
   */
  static HttpRule of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no rule for HTTP calls; one is METHODS HOST, such as GET|POST"
              + " api.example.com, * *.example.com or GET http://localhost:8080");
    }
    String scheme = form.group("scheme") == null ? "https" : form.group("scheme");
    String port = form.group("port");
    return new HttpRule(
        Set.of(form.group("methods").split("\\|")),
        scheme,
        form.group("host").toLowerCase(Locale.ROOT),
        port == null ? defaultPort(scheme) : Integer.parseInt(port));
  }

  boolean allows(String method, URI uri) {
    String asked = uri.getScheme().toLowerCase(Locale.ROOT);
    int askedPort = uri.getPort() < 0 ? defaultPort(asked) : uri.getPort();
    return (methods.contains("*") || methods.contains(method))
        && asked.equals(scheme)
        && askedPort == port
        && covers(uri.getHost().toLowerCase(Locale.ROOT));
  }

  private boolean covers(String asked) {
    if (!host.startsWith("*.")) return asked.equals(host);
    return asked.endsWith(host.substring(1)) && asked.length() >= host.length();
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}
