package dev.heddle.core.remote;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.spi.MethodDescriptor.Streams;
import dev.heddle.core.RequestContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;

/**
 * One call on its way to a replica. A replica that did not begin it is passed over; a call that may
 * have been begun is repeated only if its method is idempotent. For one thread.
 *
 * @param <R> what the call gives
 */
final class RemoteCall<R> {
  private static final int SHORTEST_PAUSE_MILLIS = 5;

  private final Replicas replicas;
  private final OutgoingCall call;
  private final Destination destination;
  private final BiFunction<ReplicaConnection, OutgoingCall, R> way;
  private Set<Replica> refusing = Set.of();
  private final long deadline;
  private String refusal = "";
  private boolean declined;
  private int attempts;

  RemoteCall(
      Replicas replicas,
      OutgoingCall call,
      Destination destination,
      BiFunction<ReplicaConnection, OutgoingCall, R> way) {
    this.replicas = replicas;
    this.call = call;
    this.destination = destination;
    this.way = way;
    this.deadline = System.nanoTime() + replicas.options().patience().toNanos();
  }

  R make() {
    while (true) {
      // Before another attempt, too: nobody may wait any longer.
      call.context().ifPresent(context -> context.check(component(), call.method().name()));
      Optional<Replica> chosen = replicas.choose(component(), destination, refusing);
      if (chosen.isEmpty()) {
        awaitCandidate();
        continue;
      }
      Replica replica = chosen.get();
      call.context()
          .filter(RequestContext::recorded)
          .ifPresent(context -> context.asked(replica.process()));
      try {
        R result = way.apply(replica.connection(), call);
        replica.health().answered();
        replicas.budget().answered();
        return result;
      } catch (CallNotBegunException e) {
        refused(replica, e);
      } catch (CallLostException e) {
        replica.health().failed();
        if (!mayRepeat()) throw lost(e);
        pause();
      } catch (ComponentTimeoutException e) {
        replica.health().failed();
        throw e;
      }
    }
  }

  private void refused(Replica replica, CallNotBegunException e) {
    refusal = replica.name() + ": " + e.getMessage();
    switch (e.reason()) {
      case OVERLOADED, NOT_HOSTED, OTHER_REVISION -> {
        declined = true;
        passOver(replica);
      }
      case NOT_CONNECTED, NOT_READY -> {
        // Its view says so too, in a moment.
        if (replica.offers(component())) passOver(replica);
      }
    }
  }

  private void passOver(Replica replica) {
    Set<Replica> more = new HashSet<>(refusing);
    more.add(replica);
    refusing = more;
  }

  private boolean mayRepeat() {
    return call.method().idempotent()
        && call.method().streams() == Streams.NONE
        && ++attempts < replicas.options().attempts()
        && replicas.budget().retry();
  }

  /** Some milliseconds at random, twice as long each time, so that callers do not come at once. */
  private void pause() {
    int most = SHORTEST_PAUSE_MILLIS << attempts;
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, most + 1));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private void awaitCandidate() {
    // Those that had too much to do are no reason to wait: that would be more still.
    boolean patient = !declined && System.nanoTime() - deadline < 0;
    if (!refusing.isEmpty() && !patient) throw unavailable("no replica took it: " + refusal);
    if (!refusing.isEmpty()) {
      // They are gone, and their views will say so in a moment; they may come back.
      refusing = Set.of();
      pause();
      return;
    }
    try {
      if (replicas.awaitCandidate(call, destination, refusing, deadline)) return;
    } catch (InterruptedException e) {
      throw interrupted();
    }
    call.context().ifPresent(context -> context.check(component(), call.method().name()));
    throw unavailable("no replica takes calls" + named() + ": " + replicas.states());
  }

  private ComponentException interrupted() {
    Thread.currentThread().interrupt();
    return new ComponentCancelledException(
        component(), call.method().name(), "the caller was interrupted");
  }

  private ComponentException lost(CallLostException e) {
    String repeated = attempts > 1 ? " " + attempts + " times" : "";
    return unavailable("the replica was lost during the call" + repeated + ": " + e.getMessage());
  }

  private ComponentException unavailable(String message) {
    return new ComponentUnavailableException(component(), call.method().name(), message);
  }

  private String named() {
    return destination.among().isEmpty() ? "" : " of " + new TreeSet<>(destination.among());
  }

  private String component() {
    return call.component().name();
  }
}
