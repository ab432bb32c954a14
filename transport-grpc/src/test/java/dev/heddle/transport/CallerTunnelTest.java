package dev.heddle.transport;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.CallLostException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CallerTunnelTest {
  private static final int MOST_ANSWERS = 5000;

  private final EventLoops loops = new EventLoops("calls", new LendingPolicy(true));
  private final LendingEventLoop loop = loops.loop();

  @AfterEach
  void close() {
    loops.close();
  }

  @Test
  void sendsOnTheCallersThreadOnceItsCallsFollowEachOther() throws Exception {
    Replying line = new Replying();
    CallerTunnel tunnel = new CallerTunnel("127.0.0.1:9000", loop, line, WireLimits.DEFAULT);
    line.tunnel = tunnel;
    Ticker ticker = new Ticker();
    do tunnel.call(Wire.call("badge", new byte[0]), ticker);
    while (line.sender != Thread.currentThread());
    assertThat(tunnel.outstanding()).isZero();
  }

  @Test
  void keepsTheLoopFromBeingLentWhileACallWaits() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    CallerTunnel tunnel = tunnel(sent);
    CompletableFuture<byte[]> waits =
        CompletableFuture.supplyAsync(
            () -> tunnel.call(Wire.call("badge", new byte[0]), new Ticker()),
            Executors.newVirtualThreadPerTaskExecutor());
    sent.await();
    for (int i = 0; i < 50; i++) {
      lend();
      assertThat(loop.lead(() -> {}, () -> true)).isFalse();
    }
    tunnel.end("over");
    assertThatThrownBy(waits::join).hasCauseInstanceOf(CallLostException.class);
    do lend();
    while (!loop.lead(() -> {}, () -> true));
  }

  @Test
  void isForgottenByTheLoopAfterItsEnd() throws Exception {
    WeakReference<CallerTunnel> ended = ended();
    while (ended.get() != null) {
      System.gc();
      Thread.sleep(10);
    }
  }

  private WeakReference<CallerTunnel> ended() {
    CallerTunnel tunnel = tunnel(new CountDownLatch(1));
    tunnel.end("over");
    return new WeakReference<>(tunnel);
  }

  private CallerTunnel tunnel(CountDownLatch sent) {
    return new CallerTunnel("127.0.0.1:9000", loop, new Line(sent), WireLimits.DEFAULT);
  }

  private void lend() throws Exception {
    loop.submit(
            () -> {
              for (int i = 0; i < MOST_ANSWERS; i++) loop.answered();
            })
        .sync();
  }

  /** Answers one call after the other as soon as it is sent. */
  private final class Replying implements Outbox.Line {
    private final FrameWriter frames = new FrameWriter();
    private @Nullable CallerTunnel tunnel;
    private volatile @Nullable Thread sender;
    private long calls;

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public void send(Batch batch) {
      sender = Thread.currentThread();
      loop.execute(this::reply);
    }

    private void reply() {
      frames.reset();
      frames.reply(++calls, new byte[0], List.of());
      FrameReader in = new FrameReader(frames.batch());
      requireNonNull(tunnel).take(in.next(), in);
    }
  }

  private record Line(CountDownLatch sent) implements Outbox.Line {
    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public void send(Batch batch) {
      sent.countDown();
    }
  }
}
