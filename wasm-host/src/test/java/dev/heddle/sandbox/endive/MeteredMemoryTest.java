package dev.heddle.sandbox.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.Meter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import run.endive.wasm.Parser;
import run.endive.wasm.types.MemoryLimits;

class MeteredMemoryTest {
  private static final int PIECE = Meter.ALLOWANCE - 1;

  private final MeteredMemory memory = memory();

  /** One that may use what a test does not run out of. */
  static MeteredMemory memory() {
    GuestTypes none = new GuestTypes(Parser.parse(HandMade.linearEcho()));
    MeteredMemory memory = new MeteredMemory(new MemoryLimits(1, 1), none);
    memory.refill(new Budget(1_000_000, 50, 1_000));
    return memory;
  }

  @Test
  void oneAllowanceFollowsAnotherUntilNoFuelIsLeft() {
    long fuel = 3L * PIECE;
    memory.refill(new Budget(fuel, 50, 1_000));

    for (int i = 1; i <= 3; i++) {
      MeterCalls.spend(PIECE, memory);
      assertThat(memory.fuelLeft()).isEqualTo(fuel - (long) i * PIECE);
    }
    assertThatThrownBy(() -> MeterCalls.spend(5, memory)).isInstanceOf(GuestTrapException.class);
    assertThat(memory.fuelLeft()).isEqualTo(-5);
  }

  @Test
  void whatIsPaidWithoutAskingIsFoundByWhoAsks() {
    MeterCalls.pay(1_000_001, memory);
    MeterCalls.allocateBytes(1_001, memory);
    assertThat(memory.fuelLeft()).isEqualTo(-1);

    assertThatThrownBy(() -> MeterCalls.spend(0, memory)).isInstanceOf(GuestTrapException.class);
    assertThat(memory.bytes).isEqualTo(-1);
  }

  @Test
  void aLoopPaysWhatItHasCountedOnceThatIsMuch() {
    assertThat(MeterCalls.count(Meter.MOST_COUNTED, memory)).isEqualTo(Meter.MOST_COUNTED);
    assertThat(memory.fuelLeft()).isEqualTo(1_000_000);

    assertThat(MeterCalls.count(Meter.MOST_COUNTED + 1, memory)).isZero();
    assertThat(memory.fuelLeft()).isEqualTo(1_000_000 - Meter.MOST_COUNTED - 1);
  }

  @Test
  void stackThatIsGivenBackCanBeTakenAgain() {
    for (int i = 0; i < 100; i++) {
      MeterCalls.enter(1, 50, memory);
      MeterCalls.leave(50, memory);
    }
    assertThat(memory.fuelLeft()).isEqualTo(1_000_000 - 100);

    assertThatThrownBy(() -> MeterCalls.enter(1, 51, memory))
        .isInstanceOf(GuestTrapException.class);
    assertThat(memory.stack()).isEqualTo(-1);
  }

  @Test
  void stackStaysWhatItIsWhileFuelIsMissing() {
    memory.refill(new Budget(3L * PIECE, 50, 1_000));

    MeterCalls.enter(7, 20, memory);
    MeterCalls.pay(memory.allowance() + 5, memory);
    assertThat(memory.allowance()).isEqualTo(-5);
    assertThat(memory.stack()).isEqualTo(30);

    MeterCalls.enter(0, 10, memory);
    assertThat(memory.allowance()).isPositive();
    assertThat(memory.stack()).isEqualTo(20);
    MeterCalls.leave(30, memory);
    assertThat(memory.stack()).isEqualTo(50);
  }

  @Test
  void elementsAreCountedWithoutASign() {
    assertThat(MeterCalls.handleElements(100, 4, memory)).isEqualTo(100);
    assertThat(memory.fuelLeft()).isEqualTo(1_000_000 - 100);

    assertThatThrownBy(() -> MeterCalls.handleElements(-1, 16, memory))
        .isInstanceOf(GuestTrapException.class);
    assertThatThrownBy(() -> MeterCalls.allocateElements(-1, 8, memory))
        .isInstanceOf(GuestTrapException.class);
    assertThat(memory.bytes).isEqualTo(1_000 - 8 * 0xffff_ffffL - Meter.ARRAY_HEADER);
  }

  @Test
  void whoIsToStopIsStoppedOnceItsAllowanceIsSpentAndKeepsItsFuel() {
    memory.stop();
    memory.stop();
    assertThat(memory.fuelLeft()).isEqualTo(1_000_000);

    MeterCalls.spend(memory.allowance(), memory);
    assertThatThrownBy(() -> MeterCalls.spend(1, memory)).isInstanceOf(GuestTrapException.class);
    assertThat(memory.fuelLeft()).isEqualTo(-1);
    memory.refill(new Budget(7, 50, 1_000));
    MeterCalls.spend(7, memory);
  }

  @Test
  void aStopIsNotLostInTheMomentOfAPayment() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      memory.refill(new Budget(Meter.MOST_FUEL, 50, 1_000));
      Thread guest = Thread.ofPlatform().start(this::payUntilStopped);
      while (memory.fuelLeft() == Meter.MOST_FUEL) Thread.onSpinWait();
      memory.stop();
      assertThat(guest.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  private void payUntilStopped() {
    try {
      while (true) memory.spend(1);
    } catch (GuestTrapException stopped) {
      // As it must be.
    }
  }

  @Test
  void thereIsACallForEachFunctionOfTheMeter() {
    List<String> calls =
        Arrays.stream(MeterCalls.class.getDeclaredMethods())
            .map(each -> each.getName().toUpperCase(Locale.ROOT))
            .toList();

    for (Meter.Function each : Meter.Function.values()) {
      assertThat(calls).contains(GuestCode.name(each).toUpperCase(Locale.ROOT));
      assertThat(GuestCode.name(each)).isEqualToIgnoringCase(each.name().replace("_", ""));
    }
  }
}
