package dev.heddle.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What is known of the calls of one method along one edge, wherever they went. There are figures of
 * a placement once a call has gone there; of local calls always. Safe for use by many threads.
 */
final class CallsByPlacement {
  private final MethodCalls local;
  private final Consumer<EdgeFigures> onNew;
  private final Map<Placement, MethodCalls> elsewhere = new ConcurrentHashMap<>();

  /**
   * @param onNew told of the figures of placements that come to be used
   */
  CallsByPlacement(String caller, String callee, String method, Consumer<EdgeFigures> onNew) {
    this.local = new MethodCalls(caller, callee, method, Placement.LOCAL);
    this.onNew = onNew;
  }

  MethodCalls local() {
    return local;
  }

  MethodCalls at(Placement placement) {
    if (placement == Placement.LOCAL) return local;
    MethodCalls known = elsewhere.get(placement);
    return known != null ? known : elsewhere.computeIfAbsent(placement, this::begin);
  }

  private MethodCalls begin(Placement placement) {
    MethodCalls figures =
        new MethodCalls(local.caller(), local.callee(), local.method(), placement);
    onNew.accept(figures);
    return figures;
  }

  void forEach(Consumer<? super MethodCalls> each) {
    each.accept(local);
    elsewhere.values().forEach(each);
  }

  long calls() {
    return local.calls() + elsewhere.values().stream().mapToLong(MethodCalls::calls).sum();
  }

  EdgeCalls snapshot() {
    Collection<MethodCalls> others = elsewhere.values();
    long calls = calls();
    MethodCalls remote = elsewhere.get(Placement.REMOTE);
    Histogram nanos = local.nanos();
    others.forEach(each -> nanos.add(each.nanos()));
    return new EdgeCalls(
        local.caller(),
        local.callee(),
        local.method(),
        calls,
        local.errors() + others.stream().mapToLong(MethodCalls::errors).sum(),
        local.bytes() + others.stream().mapToLong(MethodCalls::bytes).sum(),
        local.elements() + others.stream().mapToLong(MethodCalls::elements).sum(),
        micros(nanos, 50),
        micros(nanos, 99),
        remote == null || calls == 0 ? 0 : Math.min(1, (double) remote.calls() / calls),
        placements());
  }

  private List<EdgeCalls.At> placements() {
    return Stream.concat(Stream.of(local), elsewhere.values().stream())
        .filter(figures -> figures.calls() > 0)
        .sorted(Comparator.comparing(MethodCalls::placement))
        .map(EdgeCalls.At::of)
        .toList();
  }

  private static double micros(Histogram nanos, double percentile) {
    return nanos.getTotalCount() == 0 ? 0 : nanos.getValueAtPercentile(percentile) / 1000.0;
  }
}
