package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.CallNotBegunException.Reason;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Refusal;
import dev.heddle.core.remote.Refusals;
import dev.heddle.core.remote.ServedCall;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Takes calls of other processes in, up to a number at a time. */
final class ServedCalls implements IncomingCalls {
  /** How long an answer is taken to be of use where nobody says so. */
  private static final long WITHOUT_DEADLINE = TimeUnit.SECONDS.toNanos(10);

  private final RuntimeOptions options;
  private final CallRouter router;
  private final ProcessIdentity identity;
  private final List<ComponentDescriptor<?>> components;
  private final ServedCapabilities capabilities;
  private final Map<String, List<MethodCalls>> figures;
  private final int most;
  private final AtomicInteger running = new AtomicInteger();
  private final ProcessorWait wait;
  private final Refusals refusals;

  /**
   * @param components what is hosted
   * @param capabilities what is granted to components elsewhere
   * @param most how many calls may run at a time, from 1
   * @param wait how long they wait for a processor
   * @param refusals what is not taken in
   */
  ServedCalls(
      RuntimeOptions options,
      CallRouter router,
      ProcessIdentity identity,
      List<ComponentDescriptor<?>> components,
      ServedCapabilities capabilities,
      int most,
      ProcessorWait wait,
      Refusals refusals) {
    this.wait = wait;
    this.refusals = refusals;
    this.options = options;
    this.router = router;
    this.identity = identity;
    this.components =
        components.stream().sorted(Comparator.comparing(ComponentDescriptor::name)).toList();
    this.capabilities = capabilities;
    this.figures =
        components.stream()
            .collect(Collectors.toUnmodifiableMap(ComponentDescriptor::name, ServedCalls::figures));
    this.most = most;
  }

  @Override
  public ProcessIdentity identity() {
    return identity;
  }

  @Override
  public List<ComponentDescriptor<?>> components() {
    return components;
  }

  @Override
  public List<ComponentDescriptor<?>> capabilities() {
    return capabilities.descriptors();
  }

  @Override
  public ServedCall accept(IncomingCall call) {
    if (call.component() instanceof CapabilityDescriptor<?>) {
      return capabilities
          .granted(call.caller(), call.component())
          .map(capability -> granted(call, capability))
          .orElseThrow(() -> notGranted(call));
    }
    String component = call.component().name();
    List<MethodCalls> hosted = figures.get(component);
    if (hosted == null) {
      throw refused(
          Refusal.NOT_HOSTED,
          Reason.NOT_HOSTED,
          identity.process() + " does not host " + component);
    }
    long remaining =
        call.context().map(IncomingCall.Context::remainingNanos).orElse(WITHOUT_DEADLINE);
    if (wait.refuses(remaining)) {
      throw overloaded("calls that wait for a processor already");
    }
    begin();
    MethodCalls counted = hosted.get(call.method().index());
    return new RunningServedCall<>(
        call, call.component(), options, identity, router, counted, wait, this::ended);
  }

  private <C> ServedCall granted(IncomingCall call, ServedCapabilities.Granted<C> capability) {
    begin();
    return new ServedCapabilityCall<>(call, capability, options, router.requests(), this::ended);
  }

  private void begin() {
    if (running.incrementAndGet() > most) {
      running.decrementAndGet();
      throw overloaded(most + " calls to answer already");
    }
  }

  @Override
  public void refused(Refusal why, String words) {
    refusals.count(why, words);
  }

  private CallNotBegunException notGranted(IncomingCall call) {
    return refused(
        Refusal.NOT_GRANTED,
        Reason.NOT_HOSTED,
        call.caller() + " is not granted " + call.component().name());
  }

  private CallNotBegunException overloaded(String words) {
    return refused(Refusal.OVERLOADED, Reason.OVERLOADED, identity.process() + " has " + words);
  }

  private CallNotBegunException refused(Refusal why, Reason told, String words) {
    refused(why, words);
    return new CallNotBegunException(told, words);
  }

  /** Made once, for all callers: calls are counted where they come from. */
  private static List<MethodCalls> figures(ComponentDescriptor<?> component) {
    return component.methods().stream()
        .map(method -> new MethodCalls("", component.name(), method.name()))
        .toList();
  }

  private void ended() {
    running.decrementAndGet();
  }
}
