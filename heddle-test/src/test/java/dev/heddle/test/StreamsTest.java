package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.ValueStream;
import dev.heddle.test.fixture.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams mean the same in each mode. */
@HeddleTest(modes = {Mode.LOCAL, Mode.COPY, Mode.REMOTE})
@Timeout(60)
class StreamsTest {
  @Test
  void whatGoesInComesOut(Register register) {
    assertThat(register.enter(ValueStream.of("Ada", "Bob"))).isEqualTo(2);
    try (ValueStream<String> names = register.names()) {
      assertThat(names.next()).isEqualTo("Ada");
      assertThat(names.next()).isEqualTo("Bob");
      assertThat(names.hasNext()).isFalse();
    }
  }

  @Test
  void aStreamThatIsLeftEarlyIsClosed(Register register) {
    register.enter(ValueStream.of("Ada", "Bob"));
    try (ValueStream<String> names = register.names()) {
      for (String name : names) {
        if (name.equals("Ada")) break;
      }
    }
    // Another process is told, and nobody waits until it has heard.
    while (register.closed() == 0) Thread.onSpinWait();
    assertThat(register.closed()).isEqualTo(1);
  }
}
