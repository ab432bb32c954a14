package dev.heddle.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SituationTest {
  @Test
  void tellsAllThatIsWrongAtOnce() {
    List<ComponentSpecification> components =
        List.of(
            ComponentSpecification.of("A").apartFrom("A"),
            ComponentSpecification.of("A"),
            ComponentSpecification.of("B").togetherWith("Nobody"));
    CallGraph graph =
        new CallGraph(
            List.of(new CallEdge("A", "Unknown", 1, 0), new CallEdge("A", "B", -1, 0)),
            Map.of(),
            0);
    HostProcess replica = HostProcess.replica("r", 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Situation(components, graph, List.of(replica, replica), Map.of()))
        .withMessageContainingAll(
            "two components are called A",
            "A is said to be near itself, or apart",
            "B names the unknown Nobody",
            "Unknown is called, and unknown",
            "figures below 0",
            "two processes are called r",
            "0 living processes are the application's");
  }
}
