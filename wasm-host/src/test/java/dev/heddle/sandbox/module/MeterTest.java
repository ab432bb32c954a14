package dev.heddle.sandbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeterTest {

  @Test
  void tellsWhatIsLeft() {
    long meter = Meter.full(1_000, 50) - 30 - (7L << Meter.STACK_SHIFT);

    assertThat(Meter.fuel(meter)).isEqualTo(970);
    assertThat(Meter.stack(meter)).isEqualTo(43);
    assertThat(meter & Meter.GUARDS).isEqualTo(Meter.GUARDS);
  }

  @Test
  void keepsFuelAndStackApartWhenOneOfThemRunsOut() {
    long noFuel = Meter.full(10, 50) - 11;
    long noStack = Meter.full(10, 50) - (51L << Meter.STACK_SHIFT);

    assertThat(Meter.fuel(noFuel)).isEqualTo(-1);
    assertThat(Meter.stack(noFuel)).isEqualTo(50);
    assertThat(Meter.fuel(noStack)).isEqualTo(10);
    assertThat(Meter.stack(noStack)).isEqualTo(-1);
    assertThat(noFuel & Meter.GUARDS).isNotEqualTo(Meter.GUARDS);
    assertThat(noStack & Meter.GUARDS).isNotEqualTo(Meter.GUARDS);
  }
}
