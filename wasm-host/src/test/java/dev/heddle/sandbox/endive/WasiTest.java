package dev.heddle.sandbox.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WasiTest {
  private static final int VECTOR = 16;
  private static final int TEXT = 64;
  private static final int RESULT = 8;
  private static final long DONE = 0;
  private static final long NOT_SUPPORTED = 52;

  private final SilentHost host = new SilentHost();
  private final MeteredMemory memory = MeteredMemoryTest.memory();
  private final Wasi wasi = new Wasi(host, memory);

  @Test
  void textInPiecesBecomesLinesOfTheLog() {
    assertThat(write(1, "pan")).isEqualTo(DONE);
    write(2, "error");
    write(1, "ic: ✓\nnext\n\n");
    assertThat(memory.readInt(RESULT))
        .isEqualTo("ic: ✓\nnext\n\n".getBytes(StandardCharsets.UTF_8).length);
    assertThat(host.lines).containsExactly("panic: ✓", "next", "");
    assertThatThrownBy(() -> call("proc_exit", 3)).hasMessageContaining("code 3");
    assertThat(host.lines).containsExactly("panic: ✓", "next", "", "error");
  }

  @Test
  void whatIsNoTextForTheLogIsRefused() {
    assertThat(write(0, "in")).isEqualTo(8L);
    assertThat(call("fd_write", 1, VECTOR, Integer.MAX_VALUE, RESULT)).isEqualTo(28L);
    assertThat(call("fd_read", 0, VECTOR, 1, RESULT)).isEqualTo(NOT_SUPPORTED);
    assertThat(call("path_open")).isEqualTo(NOT_SUPPORTED);
    assertThat(host.lines).isEmpty();
  }

  @Test
  void withoutAClockTimePassesByBeingAskedForAndBySleeping() {
    assertThat(clock()).isEqualTo(1_000);
    assertThat(clock()).isEqualTo(2_000);
    memory.writeLong(VECTOR, 77);
    memory.writeLong(VECTOR + 24, 5_000_000);
    assertThat(call("poll_oneoff", VECTOR, 128, 1, RESULT)).isEqualTo(DONE);
    assertThat(memory.readLong(128)).isEqualTo(77);
    assertThat(memory.readInt(RESULT)).isEqualTo(1);
    assertThat(clock()).isEqualTo(5_003_000);
    call("clock_time_get", 0, 0, RESULT);
    assertThat(memory.readLong(RESULT)).isEqualTo(5_004_000);
    assertThat(call("poll_oneoff", VECTOR, 128, 2, RESULT)).isEqualTo(NOT_SUPPORTED);
  }

  @Test
  void withoutRandomnessTheStartDrawsTheSameAndACallNothing() {
    assertThat(call("random_get", TEXT, 12)).isEqualTo(DONE);
    byte[] drawn = memory.readBytes(TEXT, 12);
    assertThat(drawn).contains(1);
    new Wasi(host, memory).function("random_get").run(new long[] {TEXT, 12}, new Object[0]);
    assertThat(memory.readBytes(TEXT, 12)).isEqualTo(drawn);
    wasi.started();
    assertThatThrownBy(() -> call("random_get", TEXT, 12)).hasMessageContaining("RandomSource");
  }

  private long clock() {
    call("clock_time_get", 1, 0, RESULT);
    return memory.readLong(RESULT);
  }

  private @Nullable Object write(int descriptor, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    memory.write(TEXT, bytes);
    memory.writeI32(VECTOR, TEXT);
    memory.writeI32(VECTOR + 4, bytes.length);
    return call("fd_write", descriptor, VECTOR, 1, RESULT);
  }

  private @Nullable Object call(String name, long... arguments) {
    return wasi.function(name).run(arguments, new Object[0]);
  }
}
