package dev.heddle.scheduler.dashboard;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says who may ask for what. Immutable. */
final class Guard {
  private final Set<String> hosts;
  private final Set<String> origins;
  private final DashboardToken token;

  Guard(int port, DashboardToken token) {
    this.hosts = Set.of("localhost:" + port, "127.0.0.1:" + port);
    this.origins = Set.of("http://localhost:" + port, "http://127.0.0.1:" + port);
    this.token = token;
  }

  /**
   * Lets nobody in who believes this to be another host: a name of somebody else's may resolve to
   * this machine, and its pages could read everything then.
   */
  void checkAddressed(Headers headers) throws RefusedRequest {
    if (!only(headers, "Host").filter(hosts::contains).isPresent()) {
      throw new RefusedRequest(
          421,
          "The dashboard is spoken to by its own name",
          "The request's Host is none of " + sorted(hosts),
          "Open the address that ./heddle run printed");
    }
    if (headers.containsKey("Origin")
        && !only(headers, "Origin").filter(origins::contains).isPresent()) {
      throw new RefusedRequest(
          403,
          "Only the dashboard's own page speaks to it",
          "The request's Origin is none of " + sorted(origins),
          "Open the address that ./heddle run printed");
    }
  }

  /** Keeps pages of others from opening streams, which browsers let them do without an Origin. */
  void checkOwnPage(Headers headers) throws RefusedRequest {
    Optional<String> site = only(headers, "Sec-Fetch-Site");
    if (site.isPresent() && !Set.of("same-origin", "none").contains(site.get())) {
      throw new RefusedRequest(
          403,
          "Only the dashboard's own page speaks to it",
          "The request comes from a page of another site",
          "Open the address that ./heddle run printed");
    }
  }

  void checkToken(Headers headers) throws RefusedRequest {
    Optional<String> given = only(headers, "X-Heddle-Token");
    if (given.filter(token::matches).isPresent()) return;
    throw new RefusedRequest(
        403,
        "Only who has the token of this run may change something",
        given.isPresent()
            ? "The header X-Heddle-Token holds another token"
            : "The header X-Heddle-Token is missing",
        "Open the address that ./heddle run printed last: it holds the token");
  }

  /** A header's value, when it is there once. */
  private static Optional<String> only(Headers headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }
}
