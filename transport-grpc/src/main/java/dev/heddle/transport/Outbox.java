package dev.heddle.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one side of a tunnel is about to send. Frames gather while the event loop is busy; whoever
 * puts the first one in has it sent. What is too large for a frame goes in chunks behind the
 * frames, in turns, as far as the other side gives credit.
 *
 * <p>{@link #enter} and {@link #leave} bracket what any thread does here; the rest is for the event
 * loop.
 */
final class Outbox implements Runnable {

  /** Where batches go. */
  interface Line {
    /** Whether it takes more without storing it. */
    boolean ready();

    void send(Batch batch);
  }

  /** The id of no call. */
  private static final long NONE = 0;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Executor loop;
  private final Line line;
  private final Map<Long, Transfer> transfers = new HashMap<>();
  private final Deque<Transfer> announced = new ArrayDeque<>();
  private final Deque<Transfer> turns = new ArrayDeque<>();
  private final FrameWriter chunk = new FrameWriter();
  private FrameWriter gathering = new FrameWriter();
  private FrameWriter spare = new FrameWriter();
  private boolean scheduled;
  private boolean stalled;
  private boolean closed;
  private int waiting;
  private long round;

  Outbox(Executor loop, Line line) {
    this.loop = loop;
    this.line = line;
  }

  /** Takes the lock for frames that must not wait, unless the tunnel has ended. */
  boolean enter() {
    lock.lock();
    if (!closed) return true;
    lock.unlock();
    return false;
  }

  /**
   * Takes the lock once there is room for a payload.
   *
   * @return false when the tunnel has ended, or there was no room in time
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  boolean enter(byte[] payload, long nanos) throws InterruptedException {
    return enter(NONE, payload, nanos);
  }

  /** The same for a payload that comes after others of a call, which may still be on their way. */
  boolean enter(long id, byte[] payload, long nanos) throws InterruptedException {
    boolean large = payload.length > TunnelLimits.WHOLE_BYTES;
    lock.lock();
    boolean entered = !closed && (room(id, large) || awaitRoom(id, large, nanos));
    if (!entered) lock.unlock();
    return entered;
  }

  /** Where frames are written between {@link #enter} and {@link #leave}. */
  FrameWriter frames() {
    return gathering;
  }

  /** Has {@code payload} follow in chunks; between {@link #enter} and {@link #leave}. */
  void transfer(long id, byte[] payload) {
    Transfer transfer = new Transfer(id, payload);
    transfers.put(id, transfer);
    announced.add(transfer);
  }

  /** Sends no more of a payload; between {@link #enter} and {@link #leave}. */
  void stop(long id) {
    if (transfers.isEmpty()) return;
    Transfer transfer = transfers.remove(id);
    if (transfer == null) return;
    announced.remove(transfer);
    turns.remove(transfer);
    changed.signalAll();
  }

  /** Gives the lock back, and has sent what was written. */
  void leave() {
    if (leaveUnsent()) loop.execute(this);
  }

  /**
   * Gives the lock back.
   *
   * @return whether this thread has to have the outbox {@link #run}, for nobody else will
   */
  boolean leaveUnsent() {
    boolean first = !scheduled && (gathering.size() > 0 || !turns.isEmpty());
    if (first) scheduled = true;
    lock.unlock();
    return first;
  }

  /** Takes credit of the other side. */
  void credit(long id, int bytes) {
    if (!enter()) return;
    try {
      Transfer transfer = transfers.get(id);
      if (transfer != null && transfer.allow(bytes)) turns.add(transfer);
    } finally {
      leave();
    }
  }

  /** Says that the line takes more again. */
  void ready() {
    lock.lock();
    boolean waited = stalled;
    stalled = false;
    lock.unlock();
    if (waited) loop.execute(this);
  }

  /** Grows with each batch that is sent; between {@link #enter} and {@link #leave}. */
  long round() {
    return round;
  }

  /** Sends what has gathered, and one round of chunks. */
  @Override
  public void run() {
    FrameWriter full;
    lock.lock();
    try {
      scheduled = true;
      stalled = !line.ready();
      if (stalled || closed) return;
      full = gathering;
      gathering = spare;
      spare = full;
      round++;
      // Their frames go now, and no chunk before its frame.
      turns.addAll(announced);
      announced.clear();
      scheduled = false;
      if (waiting > 0) changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (full.size() > 0) line.send(full.batch());
    full.reset();
    sendChunk();
  }

  /** Waits until all that was put in has been handed to gRPC. */
  boolean awaitEmpty(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      waiting++;
      while (!closed && (gathering.size() > 0 || !transfers.isEmpty())) {
        if (left <= 0) return false;
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      waiting--;
      lock.unlock();
    }
  }

  /**
   * Takes and sends nothing more.
   *
   * @return the round of what was never sent
   */
  long close() {
    lock.lock();
    try {
      closed = true;
      transfers.clear();
      announced.clear();
      turns.clear();
      changed.signalAll();
      return round;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it was closed. */
  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private boolean room(long id, boolean large) {
    return gathering.size() < TunnelLimits.OUTBOX_BYTES
        && (id == NONE || !transfers.containsKey(id))
        && (!large || transfers.size() < TunnelLimits.TRANSFERS);
  }

  private boolean awaitRoom(long id, boolean large, long nanos) throws InterruptedException {
    long left = nanos;
    waiting++;
    try {
      while (!closed && !room(id, large)) {
        if (left <= 0) return false;
        left = changed.awaitNanos(left);
      }
      return !closed;
    } finally {
      waiting--;
    }
  }

  private void sendChunk() {
    Transfer transfer;
    int from;
    int length;
    lock.lock();
    try {
      stalled = !turns.isEmpty() && !line.ready();
      scheduled |= stalled;
      transfer = stalled ? null : turns.poll();
      if (transfer == null) return;
      from = transfer.sent();
      length = transfer.take();
      if (transfer.complete()) {
        transfers.remove(transfer.id());
        changed.signalAll();
      } else if (transfer.allowed()) {
        turns.add(transfer);
      }
      if (!scheduled && !turns.isEmpty()) {
        scheduled = true;
        loop.execute(this);
      }
    } finally {
      lock.unlock();
    }
    chunk.reset();
    chunk.chunkBefore(transfer.id(), length);
    Batch head = chunk.batch();
    line.send(new Batch(head.bytes(), head.length(), transfer.payload(), from, length));
  }
}
