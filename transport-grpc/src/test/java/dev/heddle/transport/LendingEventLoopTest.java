package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.core.remote.ReplicaAddress;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LendingEventLoopTest {
  private static final int MOST_ANSWERS = 5000;

  private final EventLoops loops = new EventLoops("lending", new LendingPolicy(true));
  private final LendingEventLoop loop = loops.loop();
  private final BlockingQueue<Thread> readers = new LinkedBlockingQueue<>();
  private ServerSocket listener;
  private Socket peer;
  private Channel channel;

  @BeforeEach
  void connect() throws Exception {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    channel =
        new Bootstrap()
            .group(loops.group())
            .channel(EventLoops.channel(new ReplicaAddress.HostPort("127.0.0.1", 1)))
            .handler(new Reading())
            .connect(new InetSocketAddress("127.0.0.1", listener.getLocalPort()))
            .sync()
            .channel();
    peer = listener.accept();
    peer.setTcpNoDelay(true);
  }

  @AfterEach
  void close() throws Exception {
    loops.close();
    peer.close();
    listener.close();
  }

  @Test
  void sendsAndReceivesOnTheThreadOfACallerThatLeads() throws Exception {
    Thread echo = Thread.ofVirtual().start(this::echo);
    for (int i = 0; i < 100; i++) {
      List<Object> sent = new ArrayList<>();
      lead(
          () -> {
            sent.add(Thread.currentThread());
            sent.add(loop.inEventLoop());
            send();
          },
          () -> !readers.isEmpty());
      assertThat(sent).containsExactly(Thread.currentThread(), true);
      assertThat(loop.inEventLoop()).isFalse();
      // One that took long was received by the loop's own thread.
      if (readers.take() == Thread.currentThread()) {
        peer.close();
        echo.join();
        return;
      }
    }
    throw new AssertionError("none of a hundred answers came to the thread that led");
  }

  @Test
  void isLedByNobodyWhileItIsNotLent() {
    AtomicBoolean ran = new AtomicBoolean();
    assertThat(loop.lead(() -> ran.set(true), () -> true)).isFalse();
    assertThat(ran).isFalse();
  }

  @Test
  void isNeverLentWhereItMayNotBe() throws Exception {
    try (EventLoops kept = EventLoops.ofCallers(false)) {
      for (int i = 0; i < 50; i++) {
        kept.loop().submit(() -> answers(kept.loop())).sync();
        assertThat(kept.loop().lead(() -> {}, () -> true)).isFalse();
      }
    }
  }

  @Test
  void goesOnByItselfWhereTheAnswerTakesLong() throws Exception {
    lead(this::send, () -> !readers.isEmpty());
    assertThat(readers).isEmpty();
    peer.getOutputStream().write(1);
    assertThat(readers.take().getName()).startsWith("lending");
    assertThat(loop.lead(() -> {}, () -> true)).isFalse();
  }

  @Test
  void receivesWhatNobodyAskedForWhileItIsLent() throws Exception {
    lend();
    peer.getOutputStream().write(1);
    assertThat(readers.take().getName()).startsWith("lending");
  }

  @Test
  void runsWhatItIsAskedForWhileItIsLent() throws Exception {
    lend();
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    loop.execute(() -> ran.complete(Thread.currentThread()));
    assertThat(ran.get().getName()).startsWith("lending");
    assertThat(loop.lead(() -> {}, () -> true)).isFalse();
  }

  @Test
  void runsWhatItIsAskedForOnTheThreadThatLeads() throws Exception {
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    lead(
        () -> {
          Thread other =
              Thread.ofPlatform()
                  .start(() -> loop.execute(() -> ran.complete(Thread.currentThread())));
          join(other);
        },
        ran::isDone);
    assertThat(ran.get()).isSameAs(Thread.currentThread());
  }

  @Test
  void runsWhatIsDueWhileItIsLent() throws Exception {
    CompletableFuture<Boolean> ran = new CompletableFuture<>();
    lead(() -> loop.schedule(() -> ran.complete(true), 20, TimeUnit.MILLISECONDS), () -> true);
    assertThat(ran.get()).isTrue();
  }

  @Test
  void isNotLentWhileSomebodyWaitsForAnAnswer() throws Exception {
    AtomicInteger waiting = new AtomicInteger(1);
    loop.add(waiting::get);
    for (int i = 0; i < 50; i++) {
      lend();
      assertThat(loop.lead(() -> {}, () -> true)).isFalse();
    }
    waiting.set(0);
    lead(() -> {}, () -> true);
  }

  @Test
  void comesBackOnceSomebodyElseWaitsForAnAnswer() throws Exception {
    AtomicInteger waiting = new AtomicInteger();
    loop.add(waiting::get);
    lead(() -> waiting.set(1), () -> true);
    assertThat(loop.lead(() -> {}, () -> true)).isFalse();
  }

  @Test
  void isNotLentOnceItSendsWhatMayBeAnswered() throws Exception {
    loop.submit(
            () -> {
              answersOnTheLoop();
              loop.sends();
            })
        .sync();
    assertThat(loop.lead(() -> {}, () -> true)).isFalse();
  }

  @Test
  void isLedByOneAtATime() throws Exception {
    List<Boolean> second = new ArrayList<>();
    lead(
        () -> join(Thread.ofPlatform().start(() -> second.add(loop.lead(() -> {}, () -> true)))),
        () -> true);
    assertThat(second).containsExactly(false);
  }

  @Test
  void hasOneThreadAtATimeWhateverItIsAskedFor() throws Exception {
    int threads = 3;
    int tasks = 5_000;
    AtomicBoolean taken = new AtomicBoolean();
    int[] ran = {0, 0};
    Runnable task =
        () -> {
          if (!taken.compareAndSet(false, true)) ran[1]++;
          ran[0]++;
          answersOnTheLoop();
          taken.set(false);
        };
    AtomicInteger led = new AtomicInteger();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        pool.execute(
            () -> {
              for (int j = 0; j < tasks; j++) {
                if (loop.lead(task, () -> true)) led.incrementAndGet();
                else loop.submit(task).syncUninterruptibly();
              }
            });
      }
    }
    assertThat(ran).containsExactly(threads * tasks, 0);
    assertThat(led).hasPositiveValue();
  }

  @Test
  void isNotLedFromAStackWithoutRoom() throws Exception {
    Deep deep = new Deep();
    while (deep.refused == 0 || deep.led == 0) {
      deep.goesOn = false;
      Thread caller = Thread.ofPlatform().stackSize(256 * 1024).start(() -> deep.lead(1_000_000));
      do {
        lend();
        deep.goesOn = true;
      } while (!caller.join(Duration.ofMillis(1)));
      assertThat(deep.half).isFalse();
    }
  }

  @Test
  void outlivesARequestThatThrows() throws Exception {
    assertThatThrownBy(
            () ->
                lead(
                    () -> {
                      throw new IllegalStateException("half of it");
                    },
                    () -> false))
        .hasMessage("half of it");
    assertThat(loop.inEventLoop()).isFalse();
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    loop.execute(() -> ran.complete(Thread.currentThread()));
    assertThat(ran.get().getName()).startsWith("lending");
  }

  @Test
  void endsWhileItIsLent() throws Exception {
    lend();
    loops.close();
    assertThat(loop.isTerminated()).isTrue();
    assertThat(loop.lead(() -> {}, () -> true)).isFalse();
  }

  /** Leads it, once it is lent in time for that. */
  private void lead(Runnable request, BooleanSupplier over) throws Exception {
    do lend();
    while (!loop.lead(request, over));
  }

  private void lend() throws Exception {
    loop.submit(this::answersOnTheLoop).sync();
  }

  /** As many answers as it asks for at most, until it is lent. */
  private void answersOnTheLoop() {
    answers(loop);
  }

  private static void answers(LendingEventLoop of) {
    for (int i = 0; i < MOST_ANSWERS; i++) of.answered();
  }

  private void send() {
    channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[1]));
  }

  private void echo() {
    try {
      while (peer.getInputStream().read() >= 0) peer.getOutputStream().write(1);
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException(interrupt);
    }
  }

  /** Leads from where the stack has no room for a request, and from where it has more and more. */
  private final class Deep {
    private volatile boolean goesOn;
    private int refused;
    private int led;
    private boolean half;

    void lead(int levels) {
      try {
        if (levels > 0) lead(levels - 1);
      } catch (StackOverflowError end) {
        while (!goesOn) Thread.onSpinWait();
      }
      if (half || led > 0) return;
      try {
        if (loop.lead(this::request, () -> true)) led++;
        else refused++;
      } catch (StackOverflowError full) {
        // Before it began, or in the midst of it.
      }
    }

    private void request() {
      half = true;
      half = frames(80) < 80;
    }

    private static int frames(int levels) {
      return levels == 0 ? 0 : frames(levels - 1) + 1;
    }
  }

  private final class Reading extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
      readers.add(Thread.currentThread());
    }
  }
}
