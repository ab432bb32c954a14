package dev.heddle.scheduler.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What goes along each edge a second, smoothed: a mean that forgets what was by half in a
 * half-life. Immutable.
 *
 * <p>A component's own time is what calls of it take, less what the calls take that it makes
 * meanwhile, less the way to where it was, and as on the JVM: time in the sandbox is divided by its
 * slow-down. It is never below 0. This takes waiting for anything but components for work, and a
 * component that calls others at the same time for one that does so in turn.
 */
public final class LoadEstimate {
  /** Nothing is known yet. */
  public static final LoadEstimate NONE = new LoadEstimate(Map.of());

  /** Less than one call in weeks: what decays comes to an end. */
  private static final double FORGOTTEN = 1e-6;

  private record Key(String caller, String callee, Place place) {}

  private record MethodKey(String caller, String callee, String method, Place place) {
    Key edge() {
      return new Key(caller, callee, place);
    }
  }

  private final Map<Key, EdgeLoad> loads;

  private LoadEstimate(Map<Key, EdgeLoad> loads) {
    this.loads = Map.copyOf(loads);
  }

  /**
   * After one more pair of readings. The first pair is taken as it is.
   *
   * @param earlier a reading; an edge that it lacks had no calls by then
   * @param later a reading of the same processes, {@code apart} later; one whose figures are lower
   *     was begun anew, and counts from 0
   * @param apart how long between both, more than 0
   * @param halfLife of the mean; zero to take the pair as it is
   */
  public LoadEstimate after(
      List<EdgeReading> earlier, List<EdgeReading> later, Duration apart, Duration halfLife) {
    double seconds = apart.toNanos() / 1e9;
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("readings are to be some time apart, not " + apart);
    }
    Map<Key, EdgeLoad> between = between(earlier, later, seconds);
    boolean first = loads.isEmpty() || halfLife.isZero();
    double share = first ? 1 : 1 - Math.pow(2, -seconds / (halfLife.toNanos() / 1e9));
    Set<Key> keys = new HashSet<>(loads.keySet());
    keys.addAll(between.keySet());
    Map<Key, EdgeLoad> next = new HashMap<>();
    for (Key key : keys) {
      EdgeLoad old = loads.getOrDefault(key, EdgeLoad.NONE);
      EdgeLoad load = old.towards(between.getOrDefault(key, EdgeLoad.NONE), share);
      if (load.calls() > FORGOTTEN) next.put(key, load);
    }
    return new LoadEstimate(next);
  }

  /** What goes along the edges of two processes, or more. */
  public LoadEstimate plus(LoadEstimate other) {
    Map<Key, EdgeLoad> sum = new HashMap<>(loads);
    other.loads.forEach((key, load) -> sum.merge(key, load, EdgeLoad::plus));
    return new LoadEstimate(sum);
  }

  private static Map<Key, EdgeLoad> between(
      List<EdgeReading> earlier, List<EdgeReading> later, double seconds) {
    Map<MethodKey, EdgeReading> before = new HashMap<>();
    earlier.forEach(each -> before.put(key(each), each));
    Map<Key, EdgeLoad> between = new HashMap<>();
    for (EdgeReading now : later) {
      EdgeReading then = before.get(key(now));
      if (then == null || then.calls() > now.calls()) then = nothing(now);
      between.merge(key(now).edge(), load(then, now, seconds), EdgeLoad::plus);
    }
    return between;
  }

  private static MethodKey key(EdgeReading reading) {
    return new MethodKey(reading.caller(), reading.callee(), reading.method(), reading.place());
  }

  private static EdgeReading nothing(EdgeReading like) {
    return new EdgeReading(like.caller(), like.callee(), like.method(), like.place(), 0, 0, 0, 0);
  }

  /** Where none of the new calls was timed, all that were ever timed speak for them. */
  private static EdgeLoad load(EdgeReading then, EdgeReading now, double seconds) {
    long timed = now.timed() - then.timed();
    long nanos = now.timedNanos() - then.timedNanos();
    double mean =
        timed > 0
            ? nanos / 1e9 / timed
            : now.timed() > 0 ? now.timedNanos() / 1e9 / now.timed() : 0;
    double calls = (now.calls() - then.calls()) / seconds;
    return new EdgeLoad(calls, (now.bytes() - then.bytes()) / seconds, calls * mean);
  }

  /**
   * Who calls whom, and what a call takes of its callee's own time.
   *
   * @param model says what ways take, and how much slower the sandbox is
   * @param requestsPerSecond how many requests enter; 0 when that is not known
   */
  public CallGraph graph(CostModel model, double requestsPerSecond) {
    Map<List<String>, EdgeLoad> edges = new TreeMap<>(LoadEstimate::inOrder);
    Map<List<String>, Double> encoded = new HashMap<>();
    Set<String> components = new TreeSet<>();
    loads.forEach(
        (key, load) -> {
          List<String> edge = List.of(key.caller(), key.callee());
          edges.merge(edge, load, EdgeLoad::plus);
          if (load.bytes() > 0) encoded.merge(edge, load.calls(), Double::sum);
          components.add(key.callee());
        });
    List<CallEdge> all = new ArrayList<>();
    edges.forEach(
        (edge, load) -> {
          double counted = encoded.getOrDefault(edge, 0.0);
          double bytes = counted == 0 ? 0 : load.bytes() / counted;
          all.add(new CallEdge(edge.getFirst(), edge.getLast(), load.calls(), bytes));
        });
    Map<String, Double> own = new HashMap<>();
    components.forEach(component -> own.put(component, ownSeconds(component, model)));
    return new CallGraph(all, own, requestsPerSecond);
  }

  private static int inOrder(List<String> one, List<String> other) {
    int callers = one.getFirst().compareTo(other.getFirst());
    return callers != 0 ? callers : one.getLast().compareTo(other.getLast());
  }

  private double ownSeconds(String component, CostModel model) {
    double seconds = 0;
    double slowed = 0;
    for (Map.Entry<Key, EdgeLoad> each : loads.entrySet()) {
      EdgeLoad load = each.getValue();
      Key key = each.getKey();
      if (key.callee().equals(component)) {
        double bytes = load.calls() == 0 ? 0 : load.bytes() / load.calls();
        seconds += load.seconds() - load.calls() * model.wayTo(key.place(), bytes);
        slowed += load.calls() * model.slowdown(key.place());
      }
      if (key.caller().equals(component)) seconds -= load.seconds();
    }
    return slowed == 0 ? 0 : Math.max(0, seconds / slowed);
  }
}
