package dev.heddle.scheduler.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What scripts read: its names and words may grow, and do not change. */
final class StateDocumentTest {
  private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void looksLikeThis() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("state.json")) {
      assertThat(JSON.readTree(Answer.bytes(state()))).isEqualTo(JSON.readTree(golden));
    }
  }

  private static State state() {
    return new State(
        "Boutique",
        "1f0c",
        "http://localhost:8080",
        42,
        AT,
        List.of(
            new State.Process(
                "replica-1",
                State.ProcessKind.REPLICA,
                123,
                "unix:/run/r1",
                State.ProcessState.DRAINING,
                2,
                0.25,
                350_000_000,
                268_435_456,
                List.of("eu"),
                12.5,
                List.of("Cart"))),
        List.of(
            new State.Component(
                "Cart",
                State.Runtime.WASM,
                State.Placement.SANDBOXED,
                List.of("replica-1"),
                "asked for by hand",
                true,
                List.of(State.Placement.LOCAL, State.Placement.REMOTE),
                Optional.of(new State.Moving(State.Placement.REMOTE, Move.Step.PUBLISH)),
                12.5,
                0.5,
                3.5,
                12.25,
                0.0625)),
        List.of(
            new State.Edge(
                "(application)",
                "Cart",
                1.5,
                0.5,
                64,
                4.5,
                1.25,
                2.5,
                0.75,
                List.of(
                    new State.Method(
                        "add",
                        1.5,
                        0.5,
                        1.25,
                        2.5,
                        0.75,
                        List.of(new State.At(State.Placement.REMOTE, 9, 1, 640, 27, 4, 12_000)))))),
        List.of(
            move(Optional.of(AT), Move.Outcome.DONE),
            move(Optional.empty(), Move.Outcome.UNDER_WAY)),
        Optional.of(new State.Plan(AT, 0.5, 0.25, "Cart goes home")),
        List.of(
            new Trace(
                "0".repeat(32),
                "GET /cart",
                AT,
                1200.5,
                false,
                List.of(
                    new Trace.Span(
                        "0".repeat(16),
                        "",
                        "Cart",
                        "get",
                        "(application)",
                        "application",
                        State.Placement.LOCAL,
                        0,
                        12.5,
                        true)))));
  }

  private static Move move(Optional<Instant> ended, Move.Outcome outcome) {
    return new Move(
        7,
        "Cart",
        State.Placement.LOCAL,
        State.Placement.REMOTE,
        List.of("replica-1"),
        Move.By.PERSON,
        "asked for by hand",
        AT,
        ended,
        outcome,
        Move.Step.DRAIN,
        0.5,
        "");
  }
}
