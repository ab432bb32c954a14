package dev.heddle.core;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.StreamInvocation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One edge of the call graph: its stub, its figures, and the way to the router. */
final class RouterEdge<C> implements Edge<C> {
  private final CallRouter router;
  private final String caller;
  private final ComponentDescriptor<C> callee;
  private final List<CallsByPlacement> calls;
  private final C stub;
  private @Nullable C direct;
  private boolean detour;

  RouterEdge(
      CallRouter router,
      String caller,
      ComponentDescriptor<C> callee,
      Consumer<EdgeFigures> onFigures) {
    this.router = router;
    this.caller = caller;
    this.callee = callee;
    this.calls =
        callee.methods().stream()
            .map(method -> new CallsByPlacement(caller, callee.name(), method.name(), onFigures))
            .toList();
    this.stub = callee.stub(this);
  }

  C stub() {
    return stub;
  }

  String caller() {
    return caller;
  }

  ComponentDescriptor<C> callee() {
    return callee;
  }

  /** Lets the stub call an implementation directly. */
  synchronized void bind(C implementation) {
    if (implementation == direct) return;
    unbind();
    direct = implementation;
    if (!detour) callee.bind(stub, implementation);
  }

  /** Makes every call of the stub come through here. */
  synchronized void unbind() {
    countAll(System.nanoTime());
    direct = null;
    callee.bind(stub, null);
  }

  /**
   * Makes the calls of a stub that is bound come through here all the same, or no longer. What is
   * known of how often they come stays: else each detour would have them all counted for a while.
   */
  synchronized void detour(boolean wanted) {
    if (detour == wanted) return;
    detour = wanted;
    C implementation = direct;
    if (implementation == null) return;
    C shown = wanted ? null : implementation;
    for (int method = 0; method < calls.size(); method++) {
      boolean counting = calls.get(method).local().sampling().counting();
      if (!counting) callee.callUncounted(stub, method, shown);
    }
    callee.bind(stub, shown);
  }

  /**
   * Has every call counted from now on.
   *
   * @return whether some were not until now
   */
  synchronized boolean countAll(long now) {
    boolean sampled = false;
    for (int method = 0; method < calls.size(); method++) {
      CallSampling sampling = calls.get(method).local().sampling();
      if (sampling.counting()) continue;
      callee.callUncounted(stub, method, null);
      sampling.open(now);
      sampled = true;
    }
    return sampled;
  }

  /** Lets the direct calls of those methods go uncounted that are called very often. */
  synchronized void countSome(long now) {
    C implementation = direct;
    for (int method = 0; method < calls.size(); method++) {
      boolean often = calls.get(method).local().sampling().close(now, direct(method));
      if (often && !detour) callee.callUncounted(stub, method, implementation);
    }
  }

  /** Whether calls of a method may come directly; those with streams never do. */
  private boolean direct(int method) {
    MethodDescriptor.Streams streams = callee.methods().get(method).streams();
    return direct != null && streams == MethodDescriptor.Streams.NONE;
  }

  @Override
  public CallCounter counter(MethodDescriptor method) {
    return calls.get(method.index()).local().counter();
  }

  @Override
  public <R> R call(Invocation<C, R> invocation) throws Exception {
    return router.call(this, invocation, calls.get(invocation.method().index()));
  }

  @Override
  public <R> R stream(StreamInvocation<C, R> invocation) throws Exception {
    return router.stream(this, invocation, calls.get(invocation.method().index()));
  }

  List<CallsByPlacement> figures() {
    return calls;
  }
}
