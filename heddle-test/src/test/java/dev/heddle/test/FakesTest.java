package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.test.fixture.Bell;
import dev.heddle.test.fixture.Door;
import dev.heddle.test.fixture.Visits;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@HeddleTest(modes = {Mode.LOCAL, Mode.COPY, Mode.REMOTE})
class FakesTest {
  private final AtomicInteger rings = new AtomicInteger();

  @Fake final Door door = name -> "fake " + name;
  @Fake final Bell bell = rings::incrementAndGet;

  @Test
  void aFakeTakesTheComponentsPlace(Visits visits) {
    assertThat(visits.greeting()).isEqualTo("fake you");
  }

  @Test
  void aFakeTakesTheCapabilitysPlace(Visits visits) {
    visits.enter("ringing");
    assertThat(rings).hasValue(1);
  }

  @Nested
  class Inside {
    @Fake final Door inner = name -> "inner " + name;

    @Test
    void anInnerFakeWins(Visits visits) {
      assertThat(visits.greeting()).isEqualTo("inner you");
    }
  }
}
