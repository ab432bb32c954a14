package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.ValueStream;
import dev.heddle.test.fixture.Register;
import org.junit.jupiter.api.Test;

/** Streams mean the same in each mode. */
@HeddleTest(modes = {Mode.LOCAL, Mode.COPY, Mode.REMOTE})
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
    assertThat(register.closed()).isEqualTo(1);
  }
}
