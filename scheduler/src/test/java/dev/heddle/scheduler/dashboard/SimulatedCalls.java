package dev.heddle.scheduler.dashboard;

import dev.heddle.scheduler.dashboard.State.Component;
import dev.heddle.scheduler.dashboard.State.Edge;
import dev.heddle.scheduler.dashboard.State.Method;
import dev.heddle.scheduler.dashboard.State.Placement;
import dev.heddle.scheduler.dashboard.Trace.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The calls of a simulated shop. Immutable.
 *
 * @param load how busy it is; 1 is usual, 0 is idle
 */
record SimulatedCalls(double load) {
  private static final List<Usual> USUAL =
      List.of(
          new Usual("(application)", "Ad", "pick", 12, 48),
          new Usual("(application)", "Cart", "get", 31, 9.1),
          new Usual("(application)", "Catalog", "product", 160, 0.4),
          new Usual("(application)", "Checkout", "place", 1, 1240),
          new Usual("(application)", "Currency", "convert", 1430, 0.3),
          new Usual("(application)", "Recommendation", "list", 14, 92),
          new Usual("(application)", "Shipping", "quote", 4, 1.1),
          new Usual("Cart", "CartCache", "read", 34, 4.4),
          new Usual("Checkout", "Cart", "empty", 2, 14),
          new Usual("Checkout", "Catalog", "product", 3, 0.4),
          new Usual("Checkout", "Currency", "convert", 5, 0.3),
          new Usual("Checkout", "Email", "confirm", 1, 210),
          new Usual("Checkout", "Payment", "charge", 1, 140),
          new Usual("Checkout", "Shipping", "ship", 1, 2),
          new Usual("Recommendation", "Catalog", "list", 14, 44));

  /** An edge as it is on most days. */
  private record Usual(String caller, String callee, String method, double rate, double micros) {}

  /** The edges that there are, while components are placed so. */
  List<Edge> edges(Map<String, Component> components) {
    if (load == 0) return List.of();
    return USUAL.stream().map(usual -> edge(usual, components)).toList();
  }

  /** A component with its figures. */
  Component measured(Component one) {
    double rate =
        USUAL.stream()
            .filter(usual -> usual.callee().equals(one.name()))
            .mapToDouble(usual -> usual.rate() * load)
            .sum();
    double micros = load == 0 ? 0 : latency(one.name());
    return new Component(
        one.name(),
        one.runtime(),
        one.placement(),
        one.replicas(),
        one.reason(),
        one.pinned(),
        one.offered(),
        one.moving(),
        rate,
        errors(one.name(), rate),
        micros,
        micros * 6,
        rate * micros * 1e-6);
  }

  /** A few requests: one that went everywhere, one short one, one that failed. */
  List<Trace> traces(Map<String, Component> components, Instant start) {
    return List.of(
        trace(1, "POST /cart/checkout", start, 1600, false, order(components)),
        trace(2, "GET /product/66VCHSJNUP", start, 140, false, product(components)),
        trace(
            3,
            "GET /cart",
            start,
            96,
            true,
            List.of(span(components, 1, 0, "Cart", "get", 3, 88, true))));
  }

  private static List<Span> order(Map<String, Component> components) {
    return List.of(
        span(components, 1, 0, "Checkout", "place", 120, 1300, false),
        span(components, 2, 1, "Cart", "get", 160, 90, false),
        span(components, 3, 2, "CartCache", "read", 180, 40, false),
        span(components, 4, 1, "Catalog", "product", 270, 20, false),
        span(components, 5, 1, "Payment", "charge", 420, 340, false),
        span(components, 6, 1, "Shipping", "ship", 780, 60, false),
        span(components, 7, 1, "Email", "confirm", 900, 410, false));
  }

  private static List<Span> product(Map<String, Component> components) {
    return List.of(
        span(components, 1, 0, "Catalog", "product", 4, 1, false),
        span(components, 2, 0, "Recommendation", "list", 20, 96, false),
        span(components, 3, 2, "Catalog", "list", 44, 42, false));
  }

  private static Trace trace(
      int id, String name, Instant start, double micros, boolean failed, List<Span> spans) {
    return new Trace(
        "%032x".formatted(id), name, start.plusSeconds(60 - id), micros, failed, spans);
  }

  private static Span span(
      Map<String, Component> components,
      int id,
      int parent,
      String name,
      String method,
      double begin,
      double micros,
      boolean failed) {
    Component component = components.get(name);
    if (component == null) throw new IllegalArgumentException(name);
    return new Span(
        "%016x".formatted(id),
        parent == 0 ? "" : "%016x".formatted(parent),
        name,
        method,
        "(application)",
        component.replicas().isEmpty() ? "application" : component.replicas().getFirst(),
        component.placement(),
        begin,
        micros,
        failed);
  }

  private Edge edge(Usual usual, Map<String, Component> components) {
    Component callee = components.get(usual.callee());
    boolean remote = callee != null && callee.placement() == Placement.REMOTE;
    double rate = usual.rate() * load;
    double errors = errors(usual.callee(), rate);
    double micros = usual.micros() + (remote ? 60 : 0);
    double share = remote ? 1 : 0;
    Method method = new Method(usual.method(), rate, errors, micros, micros * 6, share, List.of());
    return new Edge(
        usual.caller(),
        usual.callee(),
        rate,
        errors,
        remote ? rate * 420 : 0,
        usual.method().equals("list") ? rate * 12 : 0,
        micros,
        micros * 6,
        share,
        List.of(method));
  }

  private static double errors(String callee, double rate) {
    return callee.equals("Payment") ? rate * 0.02 : 0;
  }

  private static double latency(String name) {
    return USUAL.stream()
        .filter(usual -> usual.callee().equals(name))
        .max(Comparator.comparingDouble(Usual::rate))
        .map(Usual::micros)
        .orElse(0.0);
  }
}
