package dev.heddle.core;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import java.util.List;

/** One edge of the call graph: its stub, its figures, and the way to the router. */
final class RouterEdge<C> implements Edge<C> {
  private final CallRouter router;
  private final String caller;
  private final ComponentDescriptor<C> callee;
  private final List<MethodCalls> calls;
  private final C stub;

  RouterEdge(CallRouter router, String caller, ComponentDescriptor<C> callee) {
    this.router = router;
    this.caller = caller;
    this.callee = callee;
    this.calls =
        callee.methods().stream()
            .map(method -> new MethodCalls(caller, callee.name(), method.name()))
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
  void bind(C implementation) {
    callee.bind(stub, implementation);
  }

  /** Makes every call of the stub come through here. */
  void unbind() {
    callee.bind(stub, null);
  }

  @Override
  public CallCounter counter(MethodDescriptor method) {
    return calls.get(method.index()).counter();
  }

  @Override
  public <R> R call(Invocation<C, R> invocation) throws Exception {
    return router.call(this, invocation, calls.get(invocation.method().index()));
  }

  List<MethodCalls> figures() {
    return calls;
  }
}
