package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.Imported.Body;
import dev.heddle.sandbox.engine.HostFunctions;
import java.time.Duration;

/**
 * The little of WASI that the libraries of languages want before they run anything: writing to the
 * log, clock and randomness, no arguments and no environment. Everything else is answered by the
 * error number for what is not supported.
 *
 * <p>Where no clock was granted, time begins in 1970, and passes only by being asked for and by
 * sleeping. Where no randomness was granted, what a language's library draws at the start is always
 * the same, and later draws end the guest. So a call can be replayed.
 */
final class Wasi {
  private static final long DONE = 0;
  private static final long BAD_DESCRIPTOR = 8;
  private static final long INVALID = 28;
  private static final long NOT_SUPPORTED = 52;
  private static final int STANDARD_ERROR = 2;
  private static final int MOST_PIECES = 1_024;
  private static final int MOST_BYTES = 8_192;
  private static final long STEP_NANOS = 1_000;
  private static final int USER_DATA = 0;
  private static final int EVENT_TYPE = 8;
  private static final int CLOCK = 0;
  private static final int TIMEOUT = 24;
  private static final int FLAGS = 40;

  private final HostFunctions host;
  private final MeteredMemory memory;
  private final WrittenLines out;
  private final WrittenLines error;
  private long passed;
  private boolean started;

  Wasi(HostFunctions host, MeteredMemory memory) {
    this.host = host;
    this.memory = memory;
    this.out = new WrittenLines(line -> host.log(2, line));
    this.error = new WrittenLines(line -> host.log(3, line));
  }

  /** The component has been constructed. */
  void started() {
    started = true;
  }

  Body function(String name) {
    return switch (name) {
      case "fd_write" -> (numbers, _) -> write(numbers);
      case "clock_time_get" -> (numbers, _) -> time(numbers);
      case "poll_oneoff" -> (numbers, _) -> sleep(numbers);
      case "random_get" -> (numbers, _) -> random((int) numbers[0], (int) numbers[1]);
      case "args_sizes_get", "environ_sizes_get" ->
          (numbers, _) -> {
            memory.writeI32((int) numbers[0], 0);
            memory.writeI32((int) numbers[1], 0);
            return DONE;
          };
      case "args_get", "environ_get", "sched_yield" -> (_, _) -> DONE;
      case "fd_prestat_get" -> (_, _) -> BAD_DESCRIPTOR;
      case "proc_exit" ->
          (numbers, _) -> {
            out.end();
            error.end();
            throw new IllegalStateException("the guest ended itself with code " + numbers[0]);
          };
      default -> (_, _) -> NOT_SUPPORTED;
    };
  }

  private Long write(long[] numbers) {
    int descriptor = (int) numbers[0];
    if (descriptor < 1 || descriptor > STANDARD_ERROR) return BAD_DESCRIPTOR;
    int pieces = (int) numbers[2];
    if (pieces < 0 || pieces > MOST_PIECES) return INVALID;
    pay(pieces);
    WrittenLines lines = descriptor == STANDARD_ERROR ? error : out;
    int written = 0;
    for (int i = 0; i < pieces && written < MOST_BYTES; i++) {
      int piece = (int) numbers[1] + 8 * i;
      long length = Integer.toUnsignedLong(memory.readInt(piece + 4));
      int taken = (int) Math.min(length, MOST_BYTES - written);
      lines.write(memory.readBytes(memory.readInt(piece), taken));
      written += taken;
    }
    pay(written);
    memory.writeI32((int) numbers[3], written);
    return DONE;
  }

  /** Pays for pieces or bytes that the host handles. */
  private void pay(long handled) {
    memory.spend(handled);
  }

  private Long time(long[] numbers) {
    memory.writeLong((int) numbers[2], numbers[0] == 0 ? timeOfDay() : forward());
    return DONE;
  }

  private long timeOfDay() {
    return host.clock() ? host.millis() * 1_000_000 : forward();
  }

  private long forward() {
    return host.clock() ? host.nanos() : (passed += STEP_NANOS);
  }

  /** Waits for one clock, for a while from now on. */
  private Long sleep(long[] numbers) {
    int subscription = (int) numbers[0];
    int event = (int) numbers[1];
    boolean clockAlone = numbers[2] == 1 && memory.read(subscription + EVENT_TYPE) == CLOCK;
    if (!clockAlone || memory.readShort(subscription + FLAGS) != 0) return NOT_SUPPORTED;
    pass(Math.max(0, memory.readLong(subscription + TIMEOUT)));
    memory.writeLong(event, memory.readLong(subscription + USER_DATA));
    memory.writeLong(event + EVENT_TYPE, 0);
    memory.writeI32((int) numbers[3], 1);
    return DONE;
  }

  private void pass(long nanos) {
    if (!host.clock()) {
      passed += nanos;
      return;
    }
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while it slept");
    }
  }

  private Long random(int pointer, int length) {
    if (length < 0 || length > MOST_BYTES) return INVALID;
    if (started && !host.random()) {
      throw new IllegalStateException(
          "it asked for randomness without having been granted a RandomSource");
    }
    pay(length);
    byte[] bytes = new byte[length];
    long bits = 0;
    for (int i = 0; i < length; i++) {
      if (i % 8 == 0) bits = host.random() ? host.entropy() : i + 1;
      bytes[i] = (byte) (bits >>> (i % 8 * 8));
    }
    memory.write(pointer, bytes);
    return DONE;
  }
}
