package dev.heddle.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes minutes: {@code mvn -pl scheduler test -Dtest=SimulatedDayTest -Dheddle.day=true}. */
@EnabledIfSystemProperty(named = "heddle.day", matches = "true")
class SimulatedDayTest {
  private static final int COMPONENTS = 10;

  @Test
  void aDayTakesFewMovesAndCostsLittleMoreThanMovingFreely() {
    SimulatedDay.Outcome day = new SimulatedDay(1).run();
    System.out.println("A simulated day: " + day);
    assertThat(day.moves()).isLessThan(6 * COMPONENTS);
    assertThat(day.oracleMoves()).isGreaterThan(3 * day.moves());
    assertThat(day.cost()).isLessThan(1.10 * day.oracle());
  }
}
