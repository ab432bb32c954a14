package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.sandbox.OpenedComponent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Chooses where calls go, from the placement table that is in force; nothing else does.
 *
 * <p>Where every call of an edge would simply go to an object in this process, the edge's stub is
 * given that object and calls it without coming here. That is taken back as soon as somebody wants
 * more of a call: another placement, an observer, a trail, a deadline, a recorded request, or a
 * stopped one that still runs.
 */
final class CallRouter implements AutoCloseable {
  private final RuntimeOptions options;
  private final Optional<CallObserver> observer;
  private final CallTracing tracing;
  private final Targets targets;
  private final Requests requests;
  private final RouterEdges edges = new RouterEdges();
  private final CallSampler sampler = new CallSampler(edges::all);
  private final ReentrantLock binding = new ReentrantLock();
  private final CallsInFlight inFlight = new CallsInFlight();
  private final Map<String, Placement> hosting;
  private volatile PlacementTable table;
  private volatile boolean started;

  CallRouter(
      RuntimeOptions options,
      Optional<CallObserver> observer,
      CallTracing tracing,
      Targets targets,
      PlacementTable table) {
    this.options = options;
    this.observer = observer;
    this.tracing = tracing;
    this.targets = targets;
    this.requests =
        new Requests(options.requestDeadline(), options.trails(), this::rebind, this::detour);
    this.table = table;
    this.hosting =
        table.entries().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> here(it.getValue())));
  }

  /** Where a component runs in this process that is called elsewhere. */
  private static Placement here(Entry configured) {
    boolean elsewhere = configured.placement() == Placement.REMOTE;
    return elsewhere ? Placement.LOCAL : configured.placement();
  }

  Requests requests() {
    return requests;
  }

  CallTracing tracing() {
    return tracing;
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

  /** What calls can go to. */
  Targets targets() {
    return targets;
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
    targets.close();
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

  /** Has stubs make a detour through here while calls are recorded. */
  private void detour() {
    binding.lock();
    try {
      boolean detour = requests.detour();
      edges.all().forEach(edge -> edge.detour(detour));
    } finally {
      binding.unlock();
    }
  }

  /** The edge from a caller to a component; the same object each time. */
  <C> RouterEdge<C> edge(String caller, ComponentDescriptor<C> callee) {
    return edges.edge(this, caller, callee);
  }

  /** The call graph. */
  RouterEdges edges() {
    return edges;
  }

  /** Tells {@code listener} of every component in the sandbox there is and will be. */
  void onSandboxed(Consumer<OpenedComponent> listener) {
    targets.sandboxed().onOpened(listener);
  }

  <C, R> R call(RouterEdge<C> edge, Invocation<C, R> invocation, CallsByPlacement figures)
      throws Exception {
    Entry entry = table.entry(edge.callee().name());
    if (entry.spill() == 0) return call(edge, invocation, figures, entry, entry.placement());
    String component = edge.callee().name();
    if (!inFlight.enter(component, entry.spill())) {
      return call(edge, invocation, figures, entry, spilling(component, entry));
    }
    try {
      return call(edge, invocation, figures, entry, entry.placement());
    } finally {
      inFlight.leave(component);
    }
  }

  /** Where a call goes for which there is no room here, if there are replicas. */
  private Placement spilling(String component, Entry entry) {
    return targets.taken(component, entry) ? Placement.REMOTE : entry.placement();
  }

  private <C, R> R call(
      RouterEdge<C> edge,
      Invocation<C, R> invocation,
      CallsByPlacement figures,
      Entry entry,
      Placement placement)
      throws Exception {
    MethodCalls calls = figures.at(placement);
    long begun = calls.counter().begin();
    try {
      Target<C> target = targets.at(placement, edge.callee(), entry);
      Optional<RequestContext> request = RequestContext.current();
      if (request.isPresent()) enter(request.get(), calls);
      CallSpan span = tracing.calling(request, calls, edge.callee(), invocation.method());
      Callable<R> call = span.around(() -> target.call(invocation, calls));
      R result =
          span == CallSpan.NONE
              ? made(calls, invocation, call)
              : tracing.make(span, request.get(), invocation, () -> made(calls, invocation, call));
      if (EncodedInvocation.failed(invocation, result, options.limits())) calls.counter().failed();
      return result;
    } catch (Exception | Error failure) {
      if (invocation.declares(failure)) throw calls.counter().declared((Exception) failure);
      throw calls.counter().undeclared(failure);
    } finally {
      calls.counter().end(begun);
    }
  }

  <C, R> R stream(RouterEdge<C> edge, StreamInvocation<C, R> invocation, CallsByPlacement figures)
      throws Exception {
    Entry entry = table.entry(edge.callee().name());
    MethodCalls calls = figures.at(entry.placement());
    Optional<RequestContext> request = RequestContext.current();
    CallSpan span = tracing.calling(request, calls, edge.callee(), invocation.method());
    if (span == CallSpan.NONE) return stream(edge, invocation, calls, entry, span);
    return ScopedValue.where(RequestContext.CURRENT, request.orElseThrow().traced(span))
        .call(() -> stream(edge, invocation, calls, entry, span));
  }

  private <C, R> R stream(
      RouterEdge<C> edge,
      StreamInvocation<C, R> invocation,
      MethodCalls calls,
      Entry entry,
      CallSpan span)
      throws Exception {
    MethodDescriptor method = invocation.method();
    Optional<Duration> limit = options.component(calls.callee()).deadline().filter(any -> started);
    boolean separate = started && (limit.isPresent() || options.copyLocalCalls());
    StreamCall call = new StreamCall(calls, invocation::declares, span, limit, separate);
    try {
      StreamInvocation<C, R> watched = invocation.taking(call::taken);
      Target<C> target = targets.at(calls.placement(), edge.callee(), entry);
      Optional<RequestContext> request = RequestContext.current();
      if (request.isPresent()) enter(request.get(), calls);
      call.begin(requests);
      Callable<R> opening = () -> watched.giving(target.stream(watched, calls), call::produced);
      R result = observed(calls, method, () -> call.step(opening));
      if (!method.streams().returned()) call.end();
      return invocation.giving(result, call::given);
    } catch (Exception | Error failure) {
      throw call.failed(failure);
    }
  }

  private void enter(RequestContext request, MethodCalls call) {
    request.check(call.callee(), call.method());
    // The replica that takes the call says so itself.
    if (call.placement() == Placement.REMOTE) return;
    Optional<Trail> trail = request.trail();
    if (trail.isPresent()) trail.get().add(call, options.revision());
  }

  private <R> R made(MethodCalls calls, Invocation<?, R> invocation, Callable<R> call)
      throws Exception {
    return observed(calls, invocation.method(), limited(calls, call));
  }

  private <R> R observed(MethodCalls calls, MethodDescriptor method, Callable<R> call)
      throws Exception {
    if (observer.isEmpty()) return call.call();
    return observer.get().observe(calls.caller(), calls.callee(), method, calls.placement(), call);
  }

  private <R> Callable<R> limited(MethodCalls calls, Callable<R> call) {
    Optional<Duration> limit = options.component(calls.callee()).deadline();
    // Before the start the caller may hold the lock under which implementations are made, and
    // another thread would wait for it.
    if (!started) return call;
    if (limit.isPresent()) {
      return new LimitedCall<>(requests, calls.callee(), calls.method(), limit.get(), call);
    }
    if (options.copyLocalCalls()) {
      return new SeparateCall<>(calls.callee() + "." + calls.method(), call);
    }
    return call;
  }

  /** Makes a call that came from another process, here: it never goes on to a third. */
  <C, R> R serve(ComponentDescriptor<C> callee, Invocation<C, R> invocation, MethodCalls calls)
      throws Exception {
    return hosted(callee).call(invocation, calls);
  }

  /** Makes such a call of a method with a stream. */
  <C, R> R serveStream(
      ComponentDescriptor<C> callee, StreamInvocation<C, R> invocation, MethodCalls calls)
      throws Exception {
    return hosted(callee).stream(invocation, calls);
  }

  /** Callers may not know yet that the component is called elsewhere now. */
  private <C> Target<C> hosted(ComponentDescriptor<C> callee) {
    return targets.here(hosting(callee), callee);
  }

  /** Where calls go that come from other processes. */
  Placement hosting(ComponentDescriptor<?> callee) {
    Placement placement = table.entry(callee.name()).placement();
    if (placement != Placement.REMOTE) return placement;
    return hosting.getOrDefault(callee.name(), Placement.LOCAL);
  }

  private void bindAll() {
    edges.all().forEach(this::bind);
  }

  <C> void bind(RouterEdge<C> edge) {
    Entry entry = table.entry(edge.callee().name());
    if (mayCallDirectly(edge.callee())
        && entry.spill() == 0
        && targets.at(entry.placement(), edge.callee(), entry) instanceof Target.Local<C> local) {
      edge.bind(local.implementation());
    } else {
      edge.unbind();
    }
  }

  private boolean mayCallDirectly(ComponentDescriptor<?> callee) {
    return started
        && observer.isEmpty()
        && tracing.direct()
        && !options.trails()
        && options.component(callee.name()).deadline().isEmpty()
        && !requests.anyStopped();
  }
}
