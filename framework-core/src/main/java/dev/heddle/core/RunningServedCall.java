package dev.heddle.core;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ServedCall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call that came from another process, on its way to a component of this one. */
final class RunningServedCall<C> implements ServedCall {
  private final IncomingCall call;
  private final ComponentDescriptor<C> component;
  private final ProcessIdentity identity;
  private final CallRouter router;
  private final WireLimits limits;
  private final String revision;
  private final Optional<RequestContext> context;
  private final MethodCalls figures;
  private final ProcessorWait wait;
  private final long entered;
  private final AtomicBoolean waits = new AtomicBoolean(true);
  private final Runnable atEnd;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile CallSpan span = CallSpan.NONE;
  private volatile boolean cancelled;
  private volatile @Nullable Thread thread;

  RunningServedCall(
      IncomingCall call,
      ComponentDescriptor<C> component,
      RuntimeOptions options,
      ProcessIdentity identity,
      CallRouter router,
      MethodCalls figures,
      ProcessorWait wait,
      Runnable atEnd) {
    this.wait = wait;
    this.entered = wait.enter();
    this.call = call;
    this.component = component;
    this.identity = identity;
    this.router = router;
    this.limits = options.limits();
    this.revision = options.revision();
    this.context =
        call.context()
            .map(
                received ->
                    RequestContext.received(
                        received, router.requests().sampler().serving(received)));
    this.figures = figures;
    this.atEnd = atEnd;
  }

  @Override
  public byte[] run() {
    begin();
    try {
      byte[] response =
          context.isPresent()
              ? router.requests().serve(context.get().traced(span), () -> span.within(this::answer))
              : answer();
      router.tracing().ended(span, response);
      return response;
    } catch (Exception | Error failure) {
      return failed(failure);
    } finally {
      end();
    }
  }

  private void begin() {
    // Unless it was given up before.
    if (waits.compareAndSet(true, false)) wait.begin(entered);
    thread = Thread.currentThread();
    span = router.tracing().served(context, call, router.hosting(component), identity.process());
  }

  private byte[] answer() throws Exception {
    enter();
    return router.serve(
        component, new EncodedInvocation<>(component, method(), call.request(), limits), figures);
  }

  /** Passes if the call may still be made. */
  private void enter() {
    if (cancelled) {
      throw new ComponentCancelledException(
          component.name(), method().name(), "nobody waits for the call any longer");
    }
    context.ifPresent(request -> request.check(component.name(), method().name()));
    context
        .flatMap(RequestContext::trail)
        .ifPresent(
            trail ->
                trail.add(
                    component.name(),
                    method().name(),
                    revision,
                    Placement.REMOTE.word() + "/" + identity.process()));
  }

  @Override
  public GuestCall open(IncomingMessages requests) {
    begin();
    return ServedStream.open(
        this, requests, context.map(request -> router.requests().begin(request.traced(span))));
  }

  /** Begins the call with its stream, of which {@code taken} is what the caller sends. */
  GuestCall stream(OutgoingMessages taken) {
    return EncodedStreams.open(
        invocation -> {
          enter();
          return router.serveStream(component, invocation, figures);
        },
        new EncodedStreamInvocation<>(
            component, method(), call.request(), EncodedStreams.values(taken, limits), limits),
        component.name(),
        limits);
  }

  private byte[] failed(Throwable failure) {
    span.failed(failure);
    ProtoWriter response = new ProtoWriter(limits);
    // One call that eats up a stack or the heap is no reason to leave the others without answer.
    Throwable told =
        failure instanceof VirtualMachineError fatal
            ? new ComponentException(
                component.name(),
                method().name(),
                fatal.getClass().getName(),
                String.valueOf(fatal.getMessage()),
                "")
            : failure;
    Failures.fail(response, component.name(), method().name(), told);
    return response.toByteArray();
  }

  private MethodDescriptor method() {
    return call.method();
  }

  void end() {
    thread = null;
    if (!ended.compareAndSet(false, true)) return;
    span.end();
    context.ifPresent(RequestContext::left);
    atEnd.run();
  }

  @Override
  public List<String> trail() {
    return context.flatMap(RequestContext::trail).map(Trail::lines).orElse(List.of());
  }

  @Override
  public void cancel() {
    cancelled = true;
    if (waits.compareAndSet(true, false)) wait.leave();
    context.ifPresent(RequestContext::cancel);
    Thread runs = thread;
    if (runs == null) end();
    else if (context.isEmpty()) runs.interrupt();
  }
}
