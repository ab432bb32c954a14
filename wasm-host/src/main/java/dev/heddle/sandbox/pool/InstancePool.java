package dev.heddle.sandbox.pool;

import static java.util.Objects.requireNonNull;

import dev.heddle.core.RequestContext;
import dev.heddle.core.sandbox.SandboxFigures;
import dev.heddle.core.sandbox.SandboxLimits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one component, made when they are needed. Each has one user at a time; who finds
 * none free waits. Whatever an instance's user calls may come back for another instance.
 */
final class InstancePool {
  private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final SandboxLimits limits;
  private final CallFailures failures;
  private final Supplier<PooledInstance> maker;
  private final Semaphore permits;
  private final AtomicInteger waiting = new AtomicInteger();

  /** The instance that was used last. It keeps its permit, for the next user will be here soon. */
  private final AtomicReference<@Nullable PooledInstance> warmest = new AtomicReference<>();

  private final ConcurrentLinkedDeque<PooledInstance> idle = new ConcurrentLinkedDeque<>();
  private final Set<PooledInstance> all = ConcurrentHashMap.newKeySet();
  private final Map<Discard, LongAdder> discarded = new EnumMap<>(Discard.class);
  private final LongAdder pastCalls = new LongAdder();
  private final LongAdder pastFuel = new LongAdder();
  private final LongAdder pastBytes = new LongAdder();

  InstancePool(SandboxLimits limits, CallFailures failures, Supplier<PooledInstance> maker) {
    this.limits = limits;
    this.failures = failures;
    this.maker = maker;
    this.permits = new Semaphore(limits.instances());
    for (Discard each : Discard.values()) discarded.put(each, new LongAdder());
  }

  /** An instance for this thread alone, until it is given back or discarded. */
  PooledInstance take(int method) {
    PooledInstance instance = warmest.getAndSet(null);
    if (instance == null && !permits.tryAcquire()) instance = await(method);
    if (instance == null) instance = idle.pollFirst();
    if (instance != null) return instance;
    try {
      PooledInstance made = maker.get();
      all.add(made);
      return made;
    } catch (Throwable e) {
      permits.release();
      throw e;
    }
  }

  /** Waits for a permit, or for the warmest instance, which has one. */
  private @Nullable PooledInstance await(int method) {
    long deadline = System.nanoTime() + patience().toNanos();
    waiting.incrementAndGet();
    try {
      while (true) {
        PooledInstance instance = warmest.getAndSet(null);
        if (instance != null) return instance;
        if (permits.tryAcquire(SLICE_NANOS, TimeUnit.NANOSECONDS)) return null;
        boolean stopped = RequestContext.current().filter(RequestContext::stopped).isPresent();
        if (stopped) throw failures.of(method, RunningCall.Stop.REQUEST);
        if (System.nanoTime() - deadline >= 0) throw failures.busy(method);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.interrupted(method);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private Duration patience() {
    Duration most = limits.wallClock();
    return RequestContext.current()
        .map(RequestContext::remaining)
        .filter(remaining -> remaining.compareTo(most) < 0)
        .orElse(most);
  }

  void giveBack(PooledInstance instance) {
    PooledInstance free = instance;
    if (waiting.get() == 0 && warmest.compareAndSet(null, free)) {
      // Who began to wait meanwhile has looked for it too early, or finds it.
      if (waiting.get() == 0) return;
      free = warmest.getAndSet(null);
      if (free == null) return;
    }
    idle.offerFirst(free);
    permits.release();
  }

  void discard(PooledInstance instance, Discard reason) {
    remove(instance, reason);
    permits.release();
  }

  private void remove(PooledInstance instance, Discard reason) {
    if (!all.remove(instance)) return;
    requireNonNull(discarded.get(reason)).increment();
    pastCalls.add(instance.calls());
    pastFuel.add(instance.fuelSpent());
    pastBytes.add(instance.bytesSpent());
  }

  /** Lets go of instances that nobody uses. */
  void release() {
    PooledInstance last = warmest.getAndSet(null);
    if (last != null) discard(last, Discard.RELEASED);
    for (PooledInstance each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
      remove(each, Discard.RELEASED);
    }
  }

  /** Waits for calls in flight, and lets go of all instances. */
  void close(Duration patience) {
    release();
    try {
      boolean ended =
          permits.tryAcquire(limits.instances(), patience.toNanos(), TimeUnit.NANOSECONDS);
      if (ended) permits.release(limits.instances());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    release();
  }

  void watch(long now) {
    for (PooledInstance each : all) each.watch(now);
  }

  SandboxFigures figures() {
    long calls = pastCalls.sum();
    long fuel = pastFuel.sum();
    long bytes = pastBytes.sum();
    int instances = 0;
    for (PooledInstance each : all) {
      instances++;
      calls += each.calls();
      fuel += each.fuelSpent();
      bytes += each.bytesSpent();
    }
    Map<String, Long> reasons = new HashMap<>();
    discarded.forEach((reason, count) -> reasons.put(reason.word(), count.sum()));
    return new SandboxFigures(instances, calls, reasons, fuel, bytes);
  }
}
