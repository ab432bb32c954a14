package dev.heddle.sandbox.pool;

import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.GuestTrapException;
import java.util.Optional;
import java.util.function.Function;

/** One instance with its account. For one thread at a time, but for what the watchdog calls. */
final class PooledInstance {
  private final SandboxLimits limits;
  private final Budget budget;
  private final GuestHostSide host;
  private final CallFailures failures;
  private final RunningCall running = new RunningCall(this::stopGuest);
  private final GuestInstance guest;
  private long calls;
  private long fuelSpent;
  private long bytesSpent;

  /**
   * Makes an instance, with the budget of a call.
   *
   * @throws dev.heddle.component.ComponentException when that fails
   */
  PooledInstance(
      CompiledModule module, SandboxLimits limits, GuestHostSide host, CallFailures failures) {
    this.limits = limits;
    this.budget = new Budget(limits.fuel(), limits.stackDepth(), limits.allocation());
    this.host = host;
    this.failures = failures;
    this.guest = instantiate(module);
    guest.refill(budget);
    run(
        CallFailures.START,
        made -> {
          made.start();
          return made;
        });
    fuelSpent = budget.fuel() - guest.fuel();
    bytesSpent = budget.bytes() - guest.bytes();
  }

  private GuestInstance instantiate(CompiledModule module) {
    host.begin(CallFailures.START);
    try {
      GuestInstance made = module.instantiate(host);
      host.serves(made);
      return made;
    } catch (GuestTrapException trap) {
      throw failures.of(CallFailures.START, trap, Optional.empty());
    } catch (RuntimeException | LinkageError failure) {
      throw failures.of(CallFailures.START, failure, Optional.empty());
    }
  }

  private void stopGuest() {
    guest.stop();
  }

  /** Begins a call: it has the whole budget from here on. */
  void begin(int method) {
    calls++;
    guest.refill(budget);
    host.begin(method);
  }

  /** Begins a call that takes a stream. */
  void beginStream(int method, OutgoingMessages requests) {
    begin(method);
    host.takes(requests);
  }

  /** Closes the streams of a call that has ended, and tells the guest of those that it feeds. */
  void endStreams(int method) {
    if (!host.hasStreams()) return;
    run(
        method,
        answering -> {
          host.endStreams(true);
          return answering;
        });
  }

  /** Closes the streams of a call that has failed. */
  void abandonStreams(Throwable failure) {
    try {
      host.endStreams(false);
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }

  /**
   * Runs one step of a call.
   *
   * @throws dev.heddle.component.ComponentException when it ended without a result; then the
   *     instance is of no more use
   */
  <R> R run(int method, Function<GuestInstance, R> step) {
    running.begin();
    R result;
    try {
      result = step.apply(guest);
    } catch (GuestTrapException trap) {
      throw failures.of(method, trap, guest, running.end());
    } catch (RuntimeException | Error failure) {
      throw failures.of(method, failure, running.end());
    }
    Optional<RunningCall.Stop> stop = running.end();
    if (stop.isPresent()) throw failures.of(method, stop.get());
    if (CallFailures.isExhausted(guest)) throw failures.exhausted(method, guest);
    return result;
  }

  /** Ends a call, and tells whether the instance has served long enough. */
  Optional<Discard> end() {
    fuelSpent += budget.fuel() - guest.fuel();
    bytesSpent += budget.bytes() - guest.bytes();
    if (calls >= limits.callsPerInstance()) return Optional.of(Discard.CALLS);
    if (bytesSpent >= limits.instanceAllocation()) return Optional.of(Discard.ALLOCATION);
    return Optional.empty();
  }

  void watch(long now) {
    running.watch(now, limits.wallClock().toNanos());
  }

  long calls() {
    return calls;
  }

  long fuelSpent() {
    return fuelSpent;
  }

  long bytesSpent() {
    return bytesSpent;
  }
}
