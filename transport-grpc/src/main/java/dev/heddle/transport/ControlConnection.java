package dev.heddle.transport;

import dev.heddle.core.control.ControlTransport.Line;
import dev.heddle.core.control.ControlTransport.Member;
import dev.heddle.core.control.Report;
import dev.heddle.transport.control.v1.Order;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a process joined to its scheduler: a thread of its own connects, again and again. */
final class ControlConnection implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Connector connector;
  private final Member member;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread keeper;

  ControlConnection(Connector connector, Member member) {
    this.connector = connector;
    this.member = member;
    this.keeper = Thread.ofPlatform().daemon().name("heddle-joins").start(this::keep);
  }

  private void keep() {
    BackOff backOff = new BackOff();
    try {
      do {
        Stream stream = new Stream();
        ManagedChannel channel = connector.channel();
        try {
          ClientCalls.asyncBidiStreamingCall(
              channel.newCall(ControlMethod.JOIN, CallOptions.DEFAULT), stream);
          String why = stream.awaitEnd();
          if (stream.heard) {
            backOff.reset();
            member.lost(why);
          }
        } finally {
          channel.shutdownNow().awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        }
      } while (!closed.await(backOff.next(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException end) {
      // Nobody waits for it.
    }
  }

  @Override
  public void close() {
    closed.countDown();
    keeper.interrupt();
    try {
      keeper.join(LAST_WORDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  /** One stream, from its beginning to its end. */
  private final class Stream
      implements ClientResponseObserver<dev.heddle.transport.control.v1.Report, Order>,
          Line<Report> {
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private volatile boolean heard;

    @SuppressWarnings("NullAway.Init") // gRPC calls beforeStart first
    private ClientCallStreamObserver<dev.heddle.transport.control.v1.Report> reports;

    @Override
    public void beforeStart(
        ClientCallStreamObserver<dev.heddle.transport.control.v1.Report> requests) {
      reports = requests;
      reports.setOnReadyHandler(this::ready);
    }

    /** The scheduler is there. */
    private void ready() {
      if (heard) return;
      heard = true;
      say(member.connected(this));
    }

    @Override
    public void say(Report report) {
      synchronized (this) {
        // What is measured is measured again, as requests are; a scheduler that does not read costs
        // no memory.
        boolean dispensable = report instanceof Report.Measured || report instanceof Report.Sampled;
        if (dispensable && !reports.isReady()) return;
        if (!end.isDone()) reports.onNext(ControlReports.message(report));
      }
    }

    String awaitEnd() throws InterruptedException {
      try {
        return end.get();
      } catch (java.util.concurrent.ExecutionException never) {
        throw new IllegalStateException(never);
      } finally {
        end.complete("this process closed the connection");
        reports.cancel("this process closed the connection", null);
      }
    }

    @Override
    public void onNext(Order order) {
      member.ordered(ControlOrders.order(order));
    }

    @Override
    public void onError(Throwable failure) {
      end.complete(Status.fromThrowable(failure).toString());
    }

    @Override
    public void onCompleted() {
      end.complete("the scheduler ended it");
    }
  }
}
