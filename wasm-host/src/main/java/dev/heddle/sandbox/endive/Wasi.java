package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.Imported.Body;
import dev.heddle.sandbox.engine.HostFunctions;
import java.nio.charset.StandardCharsets;

/**
 * The little of WASI that the libraries of languages want before they run anything: writing to the
 * log, clock and randomness where they were granted, no arguments and no environment. Everything
 * else is answered by the error number for what is not supported.
 */
final class Wasi {
  private static final long DONE = 0;
  private static final long BAD_DESCRIPTOR = 8;
  private static final long NOT_SUPPORTED = 52;
  private static final int STANDARD_ERROR = 2;
  private static final int LONGEST_LINE = 8_192;

  private final HostFunctions host;
  private final MeteredMemory memory;

  Wasi(HostFunctions host, MeteredMemory memory) {
    this.host = host;
    this.memory = memory;
  }

  Body function(String name) {
    return switch (name) {
      case "fd_write" -> (numbers, _) -> write(numbers);
      case "clock_time_get" -> (numbers, _) -> time(numbers);
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
            throw new IllegalStateException("the guest ended itself with code " + numbers[0]);
          };
      default -> (_, _) -> NOT_SUPPORTED;
    };
  }

  private Long write(long[] numbers) {
    int descriptor = (int) numbers[0];
    if (descriptor < 1 || descriptor > STANDARD_ERROR) return BAD_DESCRIPTOR;
    StringBuilder text = new StringBuilder();
    long written = 0;
    for (int i = 0; i < (int) numbers[2] && text.length() < LONGEST_LINE; i++) {
      int vector = (int) numbers[1] + 8 * i;
      int length = memory.readInt(vector + 4);
      int taken = Math.clamp(length, 0, LONGEST_LINE);
      byte[] bytes = memory.readBytes(memory.readInt(vector), taken);
      text.append(new String(bytes, StandardCharsets.UTF_8));
      written += taken;
    }
    memory.writeI32((int) numbers[3], (int) written);
    host.log(descriptor == STANDARD_ERROR ? 3 : 2, text.toString().stripTrailing());
    return DONE;
  }

  private Long time(long[] numbers) {
    long time = numbers[0] == 0 ? host.millis() * 1_000_000 : host.nanos();
    memory.writeLong((int) numbers[2], time);
    return DONE;
  }

  private Long random(int pointer, int length) {
    byte[] bytes = new byte[Math.clamp(length, 0, LONGEST_LINE)];
    long bits = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (i % 8 == 0) bits = host.entropy();
      bytes[i] = (byte) (bits >>> (i % 8 * 8));
    }
    if (bytes.length != length) return NOT_SUPPORTED;
    memory.write(pointer, bytes);
    return DONE;
  }
}
