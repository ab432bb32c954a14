package dev.heddle.benchmarks.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessUsageTest {

  @Test
  void readsProcessorTimeBehindANameWithParentheses() {
    String stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 9 0 0 0 150 50 3 4 20 0 7 0 99 0 0";
    assertThat(ProcessUsage.cpuNanos(stat)).isEqualTo(2_000_000_000L);
  }

  @Test
  void readsMemory() {
    ProcessUsage.Memory memory =
        ProcessUsage.Memory.parse(
            "0-1 ---p [rollup]\nRss:  2048 kB\nPss:  1024 kB\nPss_Anon: 7 kB\n");
    assertThat(memory).isEqualTo(new ProcessUsage.Memory(2 << 20, 1 << 20));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsWhatThisProcessUses() {
    long pid = ProcessHandle.current().pid();
    long before = ProcessUsage.cpuNanos(pid);
    while (ProcessUsage.cpuNanos(pid) == before) Thread.onSpinWait();
    ProcessUsage.Memory memory = ProcessUsage.memory(List.of(pid, pid));
    assertThat(memory.resident()).isGreaterThan(memory.proportional() / 2).isPositive();
  }
}
