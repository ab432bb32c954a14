package dev.heddle.scheduler.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop's call graph: for each request of its front, who calls whom how often. */
final class Boutique {
  private record Calls(String caller, String callee, double aRequest, double bytes) {}

  private static final List<Calls> CALLS =
      List.of(
          new Calls("Front", "Currency", 9, 60),
          new Calls("Front", "Catalog", 1.5, 1_800),
          new Calls("Front", "Cart", 1.2, 400),
          new Calls("Front", "Recommendation", 0.6, 300),
          new Calls("Front", "Ad", 0.6, 200),
          new Calls("Front", "Checkout", 0.05, 900),
          new Calls("Front", "Shipping", 0.2, 350),
          new Calls("Cart", "CartCache", 1.3, 500),
          new Calls("Recommendation", "Catalog", 0.6, 1_800),
          new Calls("Checkout", "Cart", 0.1, 400),
          new Calls("Checkout", "Payment", 0.05, 150),
          new Calls("Checkout", "Shipping", 0.1, 350),
          new Calls("Checkout", "Currency", 0.3, 60),
          new Calls("Checkout", "Email", 0.05, 700));

  private static final Map<String, Double> OWN_SECONDS =
      new TreeMap<>(
          Map.of(
              "Currency", 2e-6,
              "Catalog", 15e-6,
              "Cart", 25e-6,
              "CartCache", 40e-6,
              "Recommendation", 700e-6,
              "Ad", 10e-6,
              "Checkout", 120e-6,
              "Payment", 60e-6,
              "Shipping", 8e-6,
              "Email", 200e-6));

  private Boutique() {}

  static List<ComponentSpecification> components() {
    return OWN_SECONDS.keySet().stream().map(ComponentSpecification::of).toList();
  }

  static Map<String, Double> ownSeconds() {
    return OWN_SECONDS;
  }

  /** With so many requests a second. */
  static CallGraph at(double requests) {
    List<CallEdge> edges =
        CALLS.stream()
            .map(it -> new CallEdge(it.caller(), it.callee(), it.aRequest() * requests, it.bytes()))
            .toList();
    return new CallGraph(edges, OWN_SECONDS, requests);
  }
}
