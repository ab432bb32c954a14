package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaHeapTest {

  @ParameterizedTest
  @CsvSource({
    "1, 16384, 4096",
    "2, 16384, 4096",
    "4, 16384, 2048",
    "10, 8192, 409",
    "64, 8192, 256"
  })
  void allReplicasTogetherMayTakeHalfOfTheMachine(int replicas, long machine, long each) {
    assertThat(ReplicaHeap.usual(replicas, machine)).isEqualTo(new ReplicaHeap(each));
  }

  @ParameterizedTest
  @CsvSource({"512m, -Xmx512m", "64M, -Xmx64m", "2g, -Xmx2048m", "1GB, -Xmx1024m"})
  void aSizeIsToldToJavaInMegabytes(String words, String option) {
    assertThat(ReplicaHeap.parse(words).option()).isEqualTo(option);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "512", "-1g", "0m", "much", "63m", "99999999g"})
  void whatIsNoSizeOrTooLittleIsRefused(String words) {
    assertThatThrownBy(() -> ReplicaHeap.parse(words))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("--replica-heap is");
  }
}
