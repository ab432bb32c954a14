package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.CastInstructions.Subtypes;
import dev.heddle.sandbox.endive.objects.CastInstructions.TypedMemory;
import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.module.Meter;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.Memory;
import run.endive.wasm.types.MemoryLimits;

/**
 * A guest's memory together with its meter: compiled code is handed the memory with every call, and
 * so reaches the meter with one read of a field. Public only for that code.
 */
public final class MeteredMemory extends DelegatingMemory implements TypedMemory {
  /**
   * The sum of what fuel the guest that runs may spend before it asks whether to go on, and of
   * {@link #UNIT} times the stack that it may still take, in units of a frame of 16 locals: so that
   * both are taken at once.
   */
  long held;

  /** How many bytes it may still allocate. */
  public long bytes;

  /** What fuel it has beyond its allowance; less by {@link #STOPPED} once it is to stop. */
  public volatile long fuel;

  private static final AtomicLongFieldUpdater<MeteredMemory> FUEL =
      AtomicLongFieldUpdater.newUpdater(MeteredMemory.class, "fuel");
  private static final long STOPPED = 1L << 60;

  /** One unit of stack, as it is held. */
  static final long UNIT = 1L << 32;

  /** Either of these is set if there is less than nothing of the stack, or of the allowance. */
  static final long MISSING = 1L << 63 | 1L << 31;

  private static final long[] NO_NUMBERS = {};
  private static final @Nullable Object[] NO_REFERENCES = {};

  private long[] numbers = NO_NUMBERS;
  private @Nullable Object[] references = NO_REFERENCES;

  private final Subtypes types;

  MeteredMemory(MemoryLimits limits, Subtypes types) {
    super(new ByteArrayMemory(limits));
    this.types = types;
  }

  @Override
  public Subtypes subtypes() {
    return types;
  }

  /** Gives the globals their first values. */
  void begin(long[] ofNumbers, @Nullable Object[] ofReferences) {
    numbers = ofNumbers;
    references = ofReferences;
  }

  /**
   * Makes the guest end when its allowance is spent. For any thread; code that is interpreted may
   * overwrite it in the moment in which it asks whether to go on, so that one who means it says it
   * again until it is so.
   */
  synchronized void stop() {
    if (!stopped()) FUEL.addAndGet(this, -STOPPED);
  }

  private boolean stopped() {
    return fuel < -STOPPED / 2;
  }

  /** Sets what the guest may use from now on. */
  synchronized void refill(Budget budget) {
    long all = Math.min(budget.fuel(), Meter.MOST_FUEL);
    long allowance = Math.min(all, Meter.ALLOWANCE);
    fuel = all - allowance;
    held = budget.stack() * UNIT + allowance;
    bytes = budget.bytes();
  }

  /** What fuel it may spend before it asks. */
  int allowance() {
    return (int) held;
  }

  void allowance(int allowance) {
    held = stack() * UNIT + allowance;
  }

  /** What stack it may still take; negative when more was asked for. */
  int stack() {
    return (int) ((held - allowance()) / UNIT);
  }

  void stack(int stack) {
    held = stack * UNIT + allowance();
  }

  /** The fuel that is left; negative when more was asked for. */
  long fuelLeft() {
    return fuel + allowance() + (stopped() ? STOPPED : 0);
  }

  /** Spends on behalf of the guest, and stops it if it cannot pay, or is to stop. */
  void spend(long more) {
    long left = FUEL.addAndGet(this, -Math.min(more, Meter.MOST_FUEL));
    if ((left + allowance() | bytes) < 0) throw exhausted();
  }

  /** Pays what was counted in a loop, which counts on from what is returned. */
  int settle(int counted) {
    spend(counted);
    return 0;
  }

  /** Stops the guest if it cannot pay, has no stack, or is to stop; else it has fuel again. */
  void ask() {
    int left = allowance();
    allowance(0);
    long all = FUEL.addAndGet(this, left);
    if ((all | bytes | held) < 0) throw exhausted();
    int more = (int) Math.min(all, Meter.ALLOWANCE);
    FUEL.addAndGet(this, -more);
    allowance(more);
  }

  GuestTrapException exhausted() {
    return new GuestTrapException("the guest has used what it had");
  }

  /** {@code global.get}. */
  public static long readGlobal(int index, Memory memory) {
    return ((MeteredMemory) memory).numbers[index];
  }

  /** {@code global.set}. */
  public static void writeGlobal(long value, int index, Memory memory) {
    ((MeteredMemory) memory).numbers[index] = value;
  }

  /** {@code global.get} of an object. */
  public static @Nullable Object readGlobalRef(int index, Memory memory) {
    return ((MeteredMemory) memory).references[index];
  }

  /** {@code global.set} of an object. */
  public static void writeGlobalRef(@Nullable Object value, int index, Memory memory) {
    ((MeteredMemory) memory).references[index] = value;
  }
}
