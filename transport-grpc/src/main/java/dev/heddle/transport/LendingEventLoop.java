package dev.heddle.transport;

import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.SingleThreadIoEventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An event loop that lends itself to callers: whoever makes the only call there is leads it until
 * the answer has come, sending and receiving on its own thread, where otherwise the loop's thread
 * would be woken to send, and the caller's when the answer is there.
 *
 * <p>There is one turn, and whoever has it is the loop to all that Netty keeps. Its own thread has
 * it always but while the loop is lent: then that rests, looks from time to time whether somebody
 * leads still, and comes back at once for what others ask of the loop.
 */
final class LendingEventLoop extends SingleThreadIoEventLoop {
  /**
   * How long a caller polls for its answer: somewhat more than what a short call takes, TLS
   * included. Longer gains nothing, and delays an answer for which a thread has to wait that wants
   * the very processor that polls.
   */
  private static final long POLLS_NANOS = TimeUnit.MICROSECONDS.toNanos(70);

  /**
   * How long it waits on after that, in the kernel. The thread that answers may have been waiting
   * for the very processor that polled; longer, and too many virtual threads would miss theirs.
   */
  private static final long WAITS_NANOS = TimeUnit.MICROSECONDS.toNanos(130);

  /** What nobody asked for, as a replica's goodbye, is seen at most two of these later. */
  private static final long RESTS_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private static final long TASKS_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * So many calls within each other need more of a stack than what gRPC and Netty do to send and
   * receive a message, some 80 of larger frames. Counting them takes less than a microsecond.
   */
  private static final int DEEP = 600;

  private final ReentrantLock turn = new ReentrantLock();
  private final LendingPolicy policy;
  private final List<IntSupplier> waiting = new CopyOnWriteArrayList<>();
  private volatile boolean lent;
  private volatile long leads;
  private volatile @Nullable Thread guest;
  private @Nullable Thread own;

  /** A loop whose thread is made by {@code executor}. */
  LendingEventLoop(
      IoEventLoopGroup parent, Executor executor, IoHandlerFactory handlers, LendingPolicy policy) {
    super(parent, executor, handlers);
    this.policy = policy;
  }

  /** Has the loop ask how many wait for answers that come through it. */
  void add(IntSupplier callers) {
    waiting.add(callers);
  }

  /** Has it ask no longer. */
  void remove(IntSupplier callers) {
    waiting.remove(callers);
  }

  /** Says on the loop that an answer has come, before its caller goes on. */
  void answered() {
    if (!policy.answered(idle())) return;
    // First: who begins a call now either is seen here, or sees it and leads or calls the loop.
    lent = true;
    if (!idle()) lent = false;
  }

  /** Says on the loop that something is sent that may be answered. */
  void sends() {
    if (guest == null) lent = false;
  }

  /**
   * Leads the loop on this thread, if it is lent: sends, and does all that is to be done until the
   * answer is there, or for a fifth of a millisecond.
   *
   * @param request sends; does not throw
   * @param over whether the answer is there
   * @return false if it is not lent, or the stack has too little room, and nothing was done
   */
  boolean lead(Runnable request, BooleanSupplier over) {
    if (!lent || !roomy() || !taken()) return false;
    try {
      if (!lent || isShuttingDown()) return false;
      leads++;
      guest = Thread.currentThread();
      boolean stays = false;
      try {
        stays = leadUntil(request, over) && !hasTasks() && idle();
      } finally {
        guest = null;
        if (!stays) comeBack();
      }
      return true;
    } finally {
      turn.unlock();
    }
  }

  @Override
  public boolean inEventLoop(Thread thread) {
    return thread == guest || super.inEventLoop(thread);
  }

  @Override
  public void execute(Runnable task) {
    super.execute(task);
    if (lent && !inEventLoop()) comeBack();
  }

  @Override
  protected void run() {
    own = Thread.currentThread();
    turn.lock();
    try {
      ioHandler().initialize();
      do {
        if (lent) rest();
        runIo();
        if (isShuttingDown()) ioHandler().prepareToDestroy();
        runAllTasks(TASKS_NANOS);
      } while (!confirmShutdown());
    } finally {
      turn.unlock();
    }
  }

  /** Tells whether the loop stays lent. */
  private boolean leadUntil(Runnable request, BooleanSupplier over) {
    boolean polls = policy.polls();
    long begun = System.nanoTime();
    request.run();
    runAllTasks();
    Turns now = new Turns(0);
    while (polls && !over.getAsBoolean() && System.nanoTime() - begun < POLLS_NANOS) turn(now);
    boolean polled = polls && over.getAsBoolean();
    Turns later = new Turns(begun + POLLS_NANOS + WAITS_NANOS);
    while (!over.getAsBoolean() && later.left() > 0) turn(later);
    return policy.led(polled, over.getAsBoolean());
  }

  private void turn(Turns how) {
    ioHandler().run(how);
    runAllTasks();
  }

  /** Takes the turn as soon as the own thread, which has lent it, lets it go. */
  private boolean taken() {
    long until = System.nanoTime() + POLLS_NANOS;
    while (lent && guest == null && System.nanoTime() - until < 0) {
      if (turn.tryLock()) return true;
      Thread.onSpinWait();
    }
    return false;
  }

  private void rest() {
    long before = leads;
    turn.unlock();
    try {
      awaitLeads();
    } finally {
      turn.lock();
      lent = false;
      if (leads == before) policy.unused();
    }
  }

  private void awaitLeads() {
    long seen;
    do {
      seen = leads;
      long until = System.nanoTime() + RESTS_NANOS;
      for (long left = RESTS_NANOS; lent && left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
      }
    } while (lent && leads != seen && !isShuttingDown());
  }

  private void comeBack() {
    lent = false;
    LockSupport.unpark(own);
  }

  private boolean idle() {
    for (IntSupplier callers : waiting) if (callers.getAsInt() > 0) return false;
    return true;
  }

  /** Whether the stack would not end in the midst of what belongs to others. */
  private static boolean roomy() {
    try {
      return count(DEEP) == DEEP;
    } catch (StackOverflowError full) {
      return false;
    }
  }

  private static int count(int levels) {
    return levels == 0 ? 0 : count(levels - 1) + 1;
  }

  /** How long a guest waits for the network: until a time of the JVM's clock, 0 for not at all. */
  private final class Turns implements IoHandlerContext {
    private final long until;

    Turns(long until) {
      this.until = until;
    }

    long left() {
      return until - System.nanoTime();
    }

    @Override
    public boolean canBlock() {
      return until != 0 && !hasTasks();
    }

    @Override
    public long delayNanos(long now) {
      return Math.max(1, left());
    }

    @Override
    public long deadlineNanos() {
      return getCurrentTimeNanos() + delayNanos(0);
    }
  }
}
