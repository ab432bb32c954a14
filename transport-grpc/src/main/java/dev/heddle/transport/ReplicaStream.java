package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.WireLimits;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One stream of a caller, from its hello to its end. Its callbacks come on the event loop. */
final class ReplicaStream extends ServerCall.Listener<Batch> implements Outbox.Line {
  private final ServerCall<Batch, Batch> call;
  private final Hosting hosting;
  private final ReplicaTunnel tunnel;
  private final Allowance allowance;
  private final Executor loop;
  private final Consumer<ReplicaStream> gone;
  private boolean welcomed;
  private boolean over;

  ReplicaStream(
      ServerCall<Batch, Batch> call,
      Hosting hosting,
      Executor loop,
      WireLimits limits,
      Consumer<ReplicaStream> gone) {
    this.call = call;
    this.hosting = hosting;
    this.tunnel = new ReplicaTunnel(hosting, loop, this, limits);
    this.allowance = new Allowance(call::request);
    this.loop = loop;
    this.gone = gone;
    allowance.next();
  }

  /** Tells the caller whether calls are taken, from any thread. */
  void tell(ServerState state) {
    loop.execute(
        () -> {
          if (welcomed && !over) tunnel.tell(state);
        });
  }

  /** Waits until all answers were handed to gRPC, and tells whether that came about in time. */
  boolean awaitSent(long nanos) throws InterruptedException {
    return tunnel.outbox().awaitEmpty(nanos);
  }

  /** Ends it from any thread. */
  void close() {
    loop.execute(() -> end(Status.UNAVAILABLE.withDescription("the replica stops")));
  }

  @Override
  public boolean ready() {
    return call.isReady();
  }

  @Override
  public void send(Batch batch) {
    if (!over) call.sendMessage(batch);
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
      for (int kind = in.next(); kind != 0 && !over; kind = in.next()) take(kind, in);
    } catch (MalformedMessageException broken) {
      end(Status.INVALID_ARGUMENT.withDescription(broken.getMessage()));
    }
  }

  @Override
  public void onHalfClose() {
    end(Status.OK);
  }

  @Override
  public void onCancel() {
    over = true;
    tunnel.end();
    gone.accept(this);
  }

  private void take(int kind, FrameReader in) {
    if (welcomed) {
      tunnel.take(kind, in);
      return;
    }
    if (kind != FrameKind.HELLO) throw new MalformedMessageException("no hello");
    Optional<Greeting.Mismatch> mismatch = Greeting.read(in).mismatch(hosting.calls().identity());
    if (mismatch.isPresent()) {
      hosting.calls().refused(mismatch.get().why(), mismatch.get().words());
      end(Status.FAILED_PRECONDITION.withDescription(mismatch.get().words()));
      return;
    }
    welcomed = true;
    tunnel.welcome();
  }

  private void end(Status status) {
    if (over) return;
    over = true;
    tunnel.end();
    call.close(status, new io.grpc.Metadata());
    gone.accept(this);
  }
}
