package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailTest {

  @Test
  void countsWhatItDoesNotHold() {
    Trail trail = new Trail();
    for (int i = 0; i < 103; i++) trail.add("call" + i);
    assertThat(trail.header()).startsWith("call0, call1, ").endsWith("call99, +3");
  }
}
