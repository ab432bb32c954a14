package dev.heddle.core;

import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.sandbox.OpenedComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Chooses where calls go, from the placement table that is in force; nothing else does.
 *
 * <p>Where every call of an edge would simply go to an object in this process, the edge's stub is
 * given that object and calls it without coming here. That is taken back as soon as somebody wants
 * more of a call: another placement, an observer, a trail, a deadline, or a stopped request that
 * still runs.
 */
final class CallRouter implements AutoCloseable {
  private record EdgeKey(String caller, String callee) {}

  private final RuntimeOptions options;
  private final Optional<CallObserver> observer;
  private final ComponentInstances instances;
  private final SandboxedComponents sandboxed;
  private final Optional<Replicas> replicas;
  private final Requests requests;
  private final Map<EdgeKey, RouterEdge<?>> edges = new ConcurrentHashMap<>();
  private final List<Consumer<EdgeFigures>> listeners = new CopyOnWriteArrayList<>();
  private final CallSampler sampler = new CallSampler(edges::values);
  private final ReentrantLock binding = new ReentrantLock();
  private volatile PlacementTable table;
  private volatile boolean started;

  CallRouter(
      RuntimeOptions options,
      Optional<CallObserver> observer,
      ComponentInstances instances,
      SandboxedComponents sandboxed,
      Optional<Replicas> replicas,
      PlacementTable table) {
    this.options = options;
    this.observer = observer;
    this.instances = instances;
    this.sandboxed = sandboxed;
    this.replicas = replicas;
    this.requests = new Requests(options.requestDeadline(), options.trails(), this::rebind);
    this.table = table;
  }

  Requests requests() {
    return requests;
  }

  PlacementTable table() {
    return table;
  }

  /** Puts a table in force; one that is not newer is left alone. */
  void publish(PlacementTable next) {
    binding.lock();
    try {
      if (next.epoch() <= table.epoch()) return;
      table = next;
      bindAll();
    } finally {
      binding.unlock();
    }
  }

  /**
   * Makes components ready to be called where they are placed. Nobody waits for replicas here:
   * calls do, when there are any.
   */
  void prepare(Collection<ComponentDescriptor<?>> components) {
    PlacementTable now = table;
    Map<Placement, List<ComponentDescriptor<?>>> placed =
        components.stream()
            .collect(Collectors.groupingBy(each -> now.entry(each.name()).placement()));
    // On this thread, which may hold the lock under which implementations are made.
    placed.getOrDefault(Placement.LOCAL, List.of()).forEach(each -> prepare(each, Placement.LOCAL));
    sandboxed.open(placed.getOrDefault(Placement.SANDBOXED, List.of()));
  }

  /** The same, at a placement where it is not called yet. */
  void prepare(ComponentDescriptor<?> component, Placement placement) {
    if (placement == Placement.REMOTE) {
      awaitReplica(component.name());
      return;
    }
    Target<?> ready = target(component, placement);
    if (ready.placement() != placement) throw new IllegalStateException("no " + placement.word());
  }

  private void awaitReplica(String component) {
    Replicas known = replicas.orElseThrow();
    try {
      if (known.await(component)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new PlacementException(
        new Problem(
            "A component is placed remote when a replica takes its calls",
            component + " is to be remote, and none does: " + known.states(),
            "Start a replica that hosts it, and ask again"));
  }

  /** Lets a placement that a component has left keep as little as possible. */
  void release(ComponentDescriptor<?> component, Placement before, Placement now) {
    if (before == Placement.SANDBOXED && now != before) sandboxed.release(component.name());
  }

  /** Begins to bind stubs directly: every implementation exists now. */
  void start() {
    if (started) return;
    started = true;
    rebind();
    sampler.start();
  }

  @Override
  public void close() {
    sampler.close();
    requests.close();
    sandboxed.close();
    replicas.ifPresent(Replicas::close);
  }

  /** Looks again at which stubs may call directly. */
  void rebind() {
    binding.lock();
    try {
      bindAll();
    } finally {
      binding.unlock();
    }
  }

  /** The edge from a caller to a component; the same object each time. */
  @SuppressWarnings("unchecked") // the key's callee is the descriptor's component
  <C> RouterEdge<C> edge(String caller, ComponentDescriptor<C> callee) {
    return (RouterEdge<C>)
        edges.computeIfAbsent(
            new EdgeKey(caller, callee.name()),
            key -> {
              RouterEdge<C> edge = new RouterEdge<>(this, caller, callee);
              bind(edge);
              edge.figures().forEach(figures -> listeners.forEach(each -> each.accept(figures)));
              return edge;
            });
  }

  /** Tells {@code listener} of the figures of every edge there is and will be, at least once. */
  void onEdge(Consumer<EdgeFigures> listener) {
    listeners.add(listener);
    edges.values().forEach(edge -> edge.figures().forEach(listener));
  }

  /** Tells {@code listener} of every component in the sandbox there is and will be. */
  void onSandboxed(Consumer<OpenedComponent> listener) {
    sandboxed.onOpened(listener);
  }

  List<EdgeCalls> snapshot() {
    return edges.values().stream()
        .flatMap(edge -> edge.figures().stream())
        .filter(figures -> figures.calls() > 0)
        .map(MethodCalls::snapshot)
        .sorted(EdgeCalls.ORDER)
        .toList();
  }

  <C, R> R call(RouterEdge<C> edge, Invocation<C, R> invocation, MethodCalls calls)
      throws Exception {
    String component = edge.callee().name();
    MethodDescriptor method = invocation.method();
    long begun = calls.counter().begin();
    try {
      Target<C> target = target(edge.callee());
      Optional<RequestContext> request = RequestContext.current();
      if (request.isPresent()) enter(request.get(), component, method, target.placement());
      Callable<R> call = () -> target.call(invocation, calls);
      return observed(edge, method, target, limited(component, method, call));
    } catch (Exception | Error failure) {
      if (invocation.declares(failure)) throw calls.counter().declared((Exception) failure);
      throw calls.counter().undeclared(failure);
    } finally {
      calls.counter().end(begun);
    }
  }

  <C, R> R stream(RouterEdge<C> edge, StreamInvocation<C, R> invocation, MethodCalls calls)
      throws Exception {
    String component = edge.callee().name();
    MethodDescriptor method = invocation.method();
    Optional<Duration> limit = options.component(component).deadline().filter(any -> started);
    boolean separate = started && (limit.isPresent() || options.copyLocalCalls());
    StreamCall call =
        new StreamCall(component, method.name(), invocation::declares, calls, limit, separate);
    try {
      StreamInvocation<C, R> watched = invocation.taking(call::taken);
      Target<C> target = target(edge.callee());
      Optional<RequestContext> request = RequestContext.current();
      if (request.isPresent()) enter(request.get(), component, method, target.placement());
      call.begin(requests);
      Callable<R> opening = () -> watched.giving(target.stream(watched, calls), call::produced);
      R result = observed(edge, method, target, () -> call.step(opening));
      if (!method.streams().returned()) call.end();
      return invocation.giving(result, call::given);
    } catch (Exception | Error failure) {
      throw call.failed(failure);
    }
  }

  private void enter(
      RequestContext request, String component, MethodDescriptor method, Placement placement) {
    request.check(component, method.name());
    // The replica that takes the call says so itself.
    if (placement == Placement.REMOTE) return;
    request
        .trail()
        .ifPresent(
            trail ->
                trail.add(
                    component
                        + "."
                        + method.name()
                        + "@"
                        + options.revision()
                        + "/"
                        + placement.word()));
  }

  private <C, R> R observed(
      RouterEdge<C> edge, MethodDescriptor method, Target<C> target, Callable<R> call)
      throws Exception {
    if (observer.isEmpty()) return call.call();
    return observer
        .get()
        .observe(edge.caller(), edge.callee().name(), method, target.placement(), call);
  }

  private <R> Callable<R> limited(String component, MethodDescriptor method, Callable<R> call) {
    Optional<Duration> limit = options.component(component).deadline();
    // Before the start the caller may hold the lock under which implementations are made, and
    // another thread would wait for it.
    if (!started) return call;
    if (limit.isPresent()) {
      return new LimitedCall<>(requests, component, method.name(), limit.get(), call);
    }
    if (options.copyLocalCalls()) return new SeparateCall<>(component + "." + method.name(), call);
    return call;
  }

  /** Makes a call that came from another process, here: it never goes on to a third. */
  <C, R> R serve(ComponentDescriptor<C> callee, Invocation<C, R> invocation, MethodCalls calls)
      throws Exception {
    return hosted(callee, invocation.method()).call(invocation, calls);
  }

  /** Makes such a call of a method with a stream. */
  <C, R> R serveStream(
      ComponentDescriptor<C> callee, StreamInvocation<C, R> invocation, MethodCalls calls)
      throws Exception {
    return hosted(callee, invocation.method()).stream(invocation, calls);
  }

  private <C> Target<C> hosted(ComponentDescriptor<C> callee, MethodDescriptor method) {
    Placement placement = table.entry(callee.name()).placement();
    if (placement != Placement.REMOTE) return target(callee, placement);
    throw new ComponentUnavailableException(
        callee.name(), method.name(), "the component has left this replica");
  }

  /** The one place that decides where a call goes. */
  private <C> Target<C> target(ComponentDescriptor<C> callee) {
    return target(callee, table.entry(callee.name()).placement());
  }

  private <C> Target<C> target(ComponentDescriptor<C> callee, Placement placement) {
    return switch (placement) {
      case LOCAL -> instances.target(callee, options.copyLocalCalls());
      case SANDBOXED -> sandboxed.target(callee);
      case REMOTE -> new Target.Remote<>(callee, replicas.orElseThrow(), options.limits());
    };
  }

  private void bindAll() {
    edges.values().forEach(this::bind);
  }

  private <C> void bind(RouterEdge<C> edge) {
    if (mayCallDirectly(edge.callee()) && target(edge.callee()) instanceof Target.Local<C> local) {
      edge.bind(local.implementation());
    } else {
      edge.unbind();
    }
  }

  private boolean mayCallDirectly(ComponentDescriptor<?> callee) {
    return started
        && observer.isEmpty()
        && !options.trails()
        && options.component(callee.name()).deadline().isEmpty()
        && !requests.anyStopped();
  }
}
