package dev.heddle.core.remote;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.RequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The replicas that a process calls: which of them gets a call. Safe for use by many threads. */
public final class Replicas implements AutoCloseable {
  private final ReplicaOptions options;
  private final Transport transport;
  private final ProcessIdentity caller;
  private volatile List<Replica> all;
  private final RetryBudget budget = new RetryBudget();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Begins to connect to them. */
  public Replicas(Transport transport, ProcessIdentity caller, ReplicaOptions options) {
    this.transport = transport;
    this.caller = caller;
    this.options = options;
    all = options.addresses().stream().map(this::connect).toList();
  }

  private Replica connect(ReplicaAddress address) {
    ReplicaConnection connection = transport.connect(address, caller);
    connection.onChange(this::changed);
    return new Replica(address.toString(), connection, new ReplicaHealth(System::nanoTime));
  }

  /**
   * Calls replicas at these addresses, too. Those that are named no more are let go unless they are
   * configured or take calls: whoever names them may have been started again, and not have heard of
   * all yet.
   */
  public void reach(Set<ReplicaAddress> addresses) {
    lock.lock();
    try {
      List<Replica> next = new ArrayList<>();
      Set<ReplicaAddress> missing = new HashSet<>(addresses);
      for (Replica replica : all) {
        ReplicaAddress address = replica.connection().address();
        boolean named = missing.remove(address) || options.addresses().contains(address);
        boolean stays = named || replica.ready();
        if (stays) next.add(replica);
        else replica.connection().close();
      }
      missing.forEach(address -> next.add(connect(address)));
      all = List.copyOf(next);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is any. */
  public boolean any() {
    return !all.isEmpty();
  }

  /** What is known of each. */
  public List<ReplicaConnection> connections() {
    return all.stream().map(Replica::connection).toList();
  }

  /** How many take calls to a component. */
  public int offering(String component) {
    return (int) all.stream().filter(replica -> replica.offers(component)).count();
  }

  /**
   * Whether a replica takes calls to a component now.
   *
   * @param among names of those that count; none for any one
   */
  public boolean takes(String component, Set<String> among) {
    for (Replica replica : all) {
      if (replica.offers(component) && (among.isEmpty() || among.contains(replica.process()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Waits until replicas take calls to a component, with the patience of a call.
   *
   * @param among names of those that are to; none for any one
   * @return whether they do
   * @throws InterruptedException when this thread is interrupted
   */
  public boolean await(String component, Set<String> among) throws InterruptedException {
    return await(() -> offered(component, among), options.patience().toNanos());
  }

  private boolean offered(String component, Set<String> among) {
    Set<String> offering =
        all.stream()
            .filter(replica -> replica.offers(component))
            .map(Replica::process)
            .collect(Collectors.toSet());
    return among.isEmpty() ? !offering.isEmpty() : offering.containsAll(among);
  }

  /**
   * Whether a replica takes calls to a component, or grants a capability; waits for replicas, with
   * the patience of a call, while none is ready to say so.
   */
  public boolean offered(String name) {
    try {
      await(() -> all.stream().anyMatch(Replica::ready), options.patience().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return offering(name) > 0;
  }

  /**
   * Makes a call on one replica.
   *
   * @param destination which replicas may take it
   * @return the response message
   * @throws dev.heddle.component.ComponentException when there is none
   */
  public byte[] call(OutgoingCall call, Destination destination) {
    return new RemoteCall<>(this, call, destination, ReplicaConnection::call).make();
  }

  /** Makes a call of a method with a stream on one replica; it is never repeated. */
  public GuestCall open(OutgoingCall call, Destination destination, OutgoingMessages requests) {
    return new RemoteCall<>(
            this, call, destination, (connection, made) -> connection.open(made, requests))
        .make();
  }

  ReplicaOptions options() {
    return options;
  }

  RetryBudget budget() {
    return budget;
  }

  /**
   * The one that is asked next to take a call.
   *
   * @param refusing those that have refused it
   */
  Optional<Replica> choose(String component, Destination destination, Set<Replica> refusing) {
    Predicate<Replica> offering = offering(component, destination, refusing);
    String routingKey = destination.routingKey();
    while (true) {
      Optional<Replica> sound =
          choose(routingKey, offering.and(replica -> !replica.health().ejected()));
      // Where all are in doubt, doubt is of no use.
      if (sound.isEmpty()) return choose(routingKey, offering);
      if (sound.get().health().admits()) return sound;
    }
  }

  private Optional<Replica> choose(String routingKey, Predicate<Replica> eligible) {
    if (!routingKey.isEmpty()) {
      return ReplicaChoice.preferred(
          all, eligible, replica -> ReplicaChoice.weight(routingKey, replica.name()));
    }
    return ReplicaChoice.leastOutstanding(
        all,
        eligible,
        replica -> replica.connection().outstanding(),
        ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE / 2));
  }

  /**
   * Waits until a replica takes a call, as long as is of use.
   *
   * @param deadline when patience ends, by {@link System#nanoTime}
   * @return whether to look again
   * @throws InterruptedException when this thread is interrupted
   */
  boolean awaitCandidate(
      OutgoingCall call, Destination destination, Set<Replica> without, long deadline)
      throws InterruptedException {
    long left = deadline - System.nanoTime();
    long most = call.context().map(RequestContext::remaining).map(Duration::toNanos).orElse(left);
    String component = call.component().name();
    Predicate<Replica> offering = offering(component, destination, without);
    return await(() -> all.stream().anyMatch(offering), Math.min(left, most));
  }

  private static Predicate<Replica> offering(
      String component, Destination destination, Set<Replica> without) {
    return replica ->
        replica.offers(component) && destination.admits(replica) && !without.contains(replica);
  }

  /** What is known of all, in words for a person. */
  public String states() {
    if (all.isEmpty()) return "no replica is configured";
    List<String> states = new ArrayList<>();
    for (Replica replica : all) {
      ReplicaView view = replica.connection().view();
      String problem = view.problem().isEmpty() ? "" : " (" + view.problem() + ")";
      states.add(replica.name() + " is " + view.state().word() + problem);
    }
    return String.join(", ", states);
  }

  private boolean await(BooleanSupplier condition, long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) return false;
        // Ejections end without anybody saying so.
        long slice = Math.min(left, TimeUnit.MILLISECONDS.toNanos(100));
        left -= slice - Math.max(0, changed.awaitNanos(slice));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void changed() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    all.forEach(replica -> replica.connection().close());
  }
}
