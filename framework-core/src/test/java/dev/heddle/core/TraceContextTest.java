package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @Test
  void readsAndWritesTheHeader() {
    String header = "00-" + TRACE + "-" + PARENT + "-01";
    TraceContext trace = TraceContext.parse(header).orElseThrow();
    assertThat(trace).isEqualTo(new TraceContext(TRACE, PARENT, true));
    assertThat(trace.header()).isEqualTo(header);
  }

  @Test
  void readsWhatALaterVersionAppends() {
    assertThat(TraceContext.parse("cc-" + TRACE + "-" + PARENT + "-00-what-the-future-says"))
        .contains(new TraceContext(TRACE, PARENT, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff-" + TRACE + "-" + PARENT + "-01",
        "00-" + TRACE + "-" + PARENT + "-01-more",
        "00-00000000000000000000000000000000-" + PARENT + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01",
        "00-" + TRACE + "-" + PARENT + "-0",
      })
  void refusesWhatTheSpecificationRefuses(String header) {
    assertThat(TraceContext.parse(header)).isEmpty();
  }

  @Test
  void makesValidTraces() {
    TraceContext made = TraceContext.create();
    assertThat(TraceContext.parse(made.header())).contains(made);
  }
}
