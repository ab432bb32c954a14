package dev.heddle.transport;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.CallNotBegunException.Reason;
import dev.heddle.core.remote.OutgoingCall;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaView;
import dev.heddle.core.remote.ReplicaView.State;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps a tunnel to one replica: a thread of its own connects, again and again. */
final class TunnelConnection implements ReplicaConnection, CallerStream.Observer {
  private static final String CLOSING = "this process closed the connection";
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Connector connector;
  private final ProcessIdentity own;
  private final Ticker ticker;
  private final Consumer<TunnelConnection> gone;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
  private volatile ReplicaView view =
      new ReplicaView(State.CONNECTING, Optional.empty(), Set.of(), "not connected yet");
  private volatile @Nullable CallerTunnel tunnel;
  private volatile @Nullable CallerStream current;
  private volatile @Nullable Thread keeper;

  /**
   * A connection that does not connect yet.
   *
   * @param gone told when nothing of it is left
   */
  TunnelConnection(
      Connector connector, ProcessIdentity own, Ticker ticker, Consumer<TunnelConnection> gone) {
    this.connector = connector;
    this.own = own;
    this.ticker = ticker;
    this.gone = gone;
  }

  /** Begins to connect. */
  void start() {
    ticker.add(this);
    keeper = Thread.ofVirtual().name("heddle-replica-" + address()).start(this::keep);
  }

  /** Waits until nothing of it is left, after {@link #close}. */
  void awaitEnd() {
    Thread started = keeper;
    if (started == null) return;
    try {
      started.join(LAST_WORDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public ReplicaAddress address() {
    return connector.address();
  }

  @Override
  public ReplicaView view() {
    return view;
  }

  @Override
  public int outstanding() {
    CallerTunnel open = tunnel;
    return open == null ? 0 : open.outstanding();
  }

  @Override
  public void onChange(Runnable changed) {
    listeners.add(changed);
  }

  @Override
  public byte[] call(OutgoingCall call) {
    return open(call).call(call, ticker);
  }

  @Override
  public GuestCall open(OutgoingCall call, OutgoingMessages requests) {
    return open(call).open(call, requests, ticker);
  }

  @Override
  public void close() {
    if (!closed.complete(true)) return;
    ticker.remove(this);
    change(seen -> changed(seen, State.CLOSED, CLOSING));
    CallerStream open = current;
    if (open != null) open.cancel(CLOSING);
  }

  /** Looks for calls whose requests were stopped, and tells whether any waits. */
  boolean tick() {
    CallerTunnel open = tunnel;
    if (open == null || open.outstanding() == 0) return false;
    open.tick();
    return true;
  }

  @Override
  public void welcomed(CallerTunnel opened, Greeting greeting) {
    tunnel = opened;
    change(
        seen ->
            changed(
                new ReplicaView(
                    State.CONNECTING,
                    Optional.of(greeting.process()),
                    Set.copyOf(greeting.components()),
                    ""),
                ServerState.of(greeting.state())));
  }

  @Override
  public void state(ServerState state) {
    change(seen -> changed(seen, state));
  }

  @Override
  public void ended(CallerStream.End end) {
    tunnel = null;
    State next = end.refused() ? State.REFUSED : State.CONNECTING;
    change(seen -> changed(seen, next, end.reason()));
  }

  private CallerTunnel open(OutgoingCall call) {
    ReplicaView seen = view;
    CallerTunnel open = tunnel;
    if (seen.state() != State.READY || open == null) throw notBegun(seen);
    if (!seen.components().contains(call.component().name())) {
      throw new CallNotBegunException(
          Reason.NOT_HOSTED,
          "replica " + address() + " does not host component " + call.component().name());
    }
    return open;
  }

  private CallNotBegunException notBegun(ReplicaView seen) {
    Reason reason =
        switch (seen.state()) {
          case STARTING, DRAINING -> Reason.NOT_READY;
          case REFUSED -> Reason.OTHER_REVISION;
          case CONNECTING, READY, CLOSED -> Reason.NOT_CONNECTED;
        };
    return new CallNotBegunException(reason, "replica " + address() + ": " + seen.problem());
  }

  private void keep() {
    BackOff backOff = new BackOff();
    try {
      while (!closed.isDone()) {
        CallerStream.End end = attempt(backOff);
        long pause = end.refused() ? BackOff.REFUSED : backOff.next();
        await(closed, pause, false);
      }
    } finally {
      gone.accept(this);
    }
  }

  /** One stream, from its beginning to its end. */
  private CallerStream.End attempt(BackOff backOff) {
    ManagedChannel channel;
    try {
      channel = connector.channel();
    } catch (RuntimeException impossible) {
      CallerStream.End end = new CallerStream.End(false, impossible.toString());
      ended(end);
      return end;
    }
    try {
      CallerStream stream = connector.stream(channel, own, this);
      current = stream;
      stream.start();
      if (closed.isDone()) stream.cancel(CLOSING);
      long patience = TunnelLimits.WELCOME.toNanos();
      if (await(stream.welcomed(), patience, false)) backOff.reset();
      else
        stream.cancel(
            "the replica did not answer within " + TunnelLimits.WELCOME.toSeconds() + " s");
      return stream.ended().join();
    } finally {
      end(channel);
    }
  }

  private static void end(ManagedChannel channel) {
    try {
      channel.shutdownNow().awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean await(Future<Boolean> done, long nanos, boolean otherwise) {
    try {
      return done.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException | InterruptedException none) {
      return otherwise;
    }
  }

  private static ReplicaView changed(ReplicaView seen, ServerState state) {
    String problem =
        switch (state) {
          case STARTING -> "it is not ready yet";
          case READY -> "";
          case DRAINING -> "it takes no new calls";
        };
    return changed(seen, state.seen(), problem);
  }

  private static ReplicaView changed(ReplicaView seen, State state, String problem) {
    return new ReplicaView(state, seen.identity(), seen.components(), problem);
  }

  private void change(UnaryOperator<ReplicaView> change) {
    synchronized (this) {
      if (view.state() == State.CLOSED) return;
      view = change.apply(view);
    }
    listeners.forEach(Runnable::run);
  }
}
