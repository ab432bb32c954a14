package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.heddle.component.ComponentException;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.core.EdgeCalls;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.test.fixture.Visit;
import dev.heddle.test.fixture.Visits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HeddleTest(
    modes = {Mode.LOCAL, Mode.COPY, Mode.REMOTE},
    settings = "Door.greeting=welcome")
class HeddleTestTest {
  private static final long SECOND_TICKET = 4_088_321_820_088_596_545L;

  @BeforeEach
  void somebodyIsThereAlready(Visits visits) {
    visits.enter("Ada");
  }

  @Test
  void offersComponentsWithAllThatTheyNeed(Visits visits) {
    assertThat(visits.enter("Bob").greeting()).isEqualTo("welcome, Bob");
    assertThat(visits.names()).containsExactly("Ada", "Bob");
  }

  @Test
  void eachTestHasAStoreOfItsOwn(Visits visits) {
    assertThat(visits.names()).containsExactly("Ada");
  }

  @Test
  void theTestItselfSeesNoComponentsKeys(KeyValueStore store) {
    assertThat(store.list("", "", 10)).isEmpty();
  }

  @Test
  void theClockStandsUntilItIsMoved(Visits visits, TestClock clock) {
    assertThat(visits.enter("Bob").at()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    clock.advance(Duration.ofHours(1));
    assertThat(visits.enter("Bob").at()).isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
  }

  @Test
  void randomnessIsTheSameInEveryRun(Visits visits) {
    Visit visit = visits.enter("Bob");
    // The second draw of the sequence that the default seed gives the component Visits.
    assertThat(visit.ticket()).isEqualTo(SECOND_TICKET);
  }

  @Test
  void theCallGraphIsThereToLookAt(HeddleRuntime runtime) {
    assertThat(runtime.edges())
        .extracting(EdgeCalls::caller, EdgeCalls::callee, EdgeCalls::method, EdgeCalls::calls)
        .contains(tuple("Test", "Visits", "enter", 1L))
        // Calls between components elsewhere are counted there.
        .hasSize(remote(runtime) ? 1 : 2);
  }

  @Test
  void whatNobodyOffersIsRefusedOnlyWhenItIsCalled(Visits visits) {
    assertThatThrownBy(() -> visits.enter("ringing"))
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("Bell.ring was called")
        .hasMessageContaining("@Fake Bell");
  }

  @Test
  void whereCallsGoThroughBytesTheCalleeDoesNotSeeTheCallersLaterChanges(
      Visits visits, HeddleRuntime runtime) {
    List<String> names = new ArrayList<>(List.of("Ada"));
    visits.keep(names);
    names.add("Bob");
    List<String> expected =
        runtime.options().copyLocalCalls() || remote(runtime)
            ? List.of("Ada")
            : List.of("Ada", "Bob");
    assertThat(visits.kept()).isEqualTo(expected);
  }

  private static boolean remote(HeddleRuntime runtime) {
    return runtime.options().placement() == Placement.REMOTE;
  }
}
