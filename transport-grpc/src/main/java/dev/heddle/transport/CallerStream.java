package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.ProcessIdentity;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One stream to a replica, from the hello to its end. Its callbacks come on the event loop. */
final class CallerStream extends ClientCall.Listener<Batch> implements Outbox.Line {

  /** Who is told what becomes of the stream. */
  interface Observer {
    void welcomed(CallerTunnel tunnel, Greeting greeting);

    void state(ServerState state);

    void ended(End end);
  }

  /**
   * Why a stream ended.
   *
   * @param refused whether the two do not fit together
   * @param reason in words
   */
  record End(boolean refused, String reason) {}

  private final ClientCall<Batch, Batch> call;
  private final LendingEventLoop loop;
  private final CallerTunnel tunnel;
  private final ProcessIdentity own;
  private final Observer observer;
  private final Allowance allowance;
  private final CompletableFuture<Boolean> welcomed = new CompletableFuture<>();
  private final CompletableFuture<End> ended = new CompletableFuture<>();
  private Optional<End> known = Optional.empty();

  CallerStream(
      Channel channel,
      LendingEventLoop loop,
      String replica,
      ProcessIdentity own,
      WireLimits limits,
      Observer observer) {
    this.call =
        channel.newCall(
            TunnelMethod.OPEN, CallOptions.DEFAULT.withOnReadyThreshold(TunnelMethod.READY_BYTES));
    this.loop = loop;
    this.allowance = new Allowance(call::request);
    this.tunnel = new CallerTunnel(replica, loop, this, limits);
    this.own = own;
    this.observer = observer;
  }

  /** Says hello. */
  void start() {
    call.start(this, new Metadata());
    allowance.next();
    Outbox outbox = tunnel.outbox();
    if (!outbox.enter()) return;
    outbox.frames().hello(own);
    outbox.leave();
  }

  CallerTunnel tunnel() {
    return tunnel;
  }

  /** Done with true at the replica's welcome, with false when the stream ended before. */
  CompletableFuture<Boolean> welcomed() {
    return welcomed;
  }

  /** Done when the stream has ended. */
  CompletableFuture<End> ended() {
    return ended;
  }

  /** Ends it from any thread. */
  void cancel(String why) {
    call.cancel(why, null);
  }

  @Override
  public boolean ready() {
    return call.isReady();
  }

  @Override
  public void send(Batch batch) {
    loop.sends();
    try {
      call.sendMessage(batch);
    } catch (RuntimeException | Error half) {
      // Nobody knows how much of it was sent. Not from here: the stack may be what has no room.
      loop.execute(() -> end(false, "a message could not be sent: " + half));
    }
  }

  @Override
  public void onReady() {
    tunnel.outbox().ready();
  }

  @Override
  public void onMessage(Batch batch) {
    allowance.next();
    try {
      FrameReader in = new FrameReader(batch);
      for (int kind = in.next(); kind != 0; kind = in.next()) take(kind, in);
    } catch (MalformedMessageException broken) {
      end(false, "the replica breaks the rules of the tunnel: " + broken.getMessage());
    }
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    String description = Optional.ofNullable(status.getDescription()).orElse("");
    String cause = Optional.ofNullable(status.getCause()).map(it -> " (" + it + ")").orElse("");
    boolean refused = status.getCode() == Status.Code.FAILED_PRECONDITION;
    End end =
        known.orElseGet(
            () ->
                new End(
                    refused, refused ? description : status.getCode() + " " + description + cause));
    tunnel.end(end.reason());
    observer.ended(end);
    welcomed.complete(false);
    ended.complete(end);
  }

  private void take(int kind, FrameReader in) {
    if (known.isPresent()) throw new MalformedMessageException("more after the end");
    if (welcomed.isDone()) {
      if (kind == FrameKind.STATE) observer.state(ServerState.of(NumberedFrame.state(in)));
      else tunnel.take(kind, in);
      return;
    }
    if (kind != FrameKind.WELCOME) throw new MalformedMessageException("no welcome");
    Greeting greeting = Greeting.read(in);
    Optional<Greeting.Mismatch> mismatch = greeting.mismatch(own);
    if (mismatch.isPresent()) {
      end(true, mismatch.get().words());
      return;
    }
    observer.welcomed(tunnel, greeting);
    welcomed.complete(true);
  }

  private void end(boolean refused, String reason) {
    if (known.isPresent()) return;
    known = Optional.of(new End(refused, reason));
    call.cancel(reason, null);
  }
}
