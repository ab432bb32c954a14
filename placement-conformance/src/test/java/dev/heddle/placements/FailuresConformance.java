package dev.heddle.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heddle.component.ComponentException;
import dev.heddle.core.EdgeCalls;
import dev.heddle.placements.fixture.OutOfStock;
import org.junit.jupiter.api.Test;

/** Exceptions arrive as what they are. */
interface FailuresConformance extends Tried {

  @Test
  default void aDeclaredExceptionArrivesWithItsFields() {
    OutOfStock failure =
        catchThrowableOfType(OutOfStock.class, () -> workbench().take("nails ✂", -3));
    assertThat(failure).hasMessage("-3 of nails ✂ are missing");
    assertThat(failure.item()).isEqualTo("nails ✂");
    assertThat(failure.missing()).isEqualTo(-3);
    assertThat(failure.others()).containsExactly("nails", "ünique");
  }

  @Test
  default void anUndeclaredExceptionArrivesInWords() {
    ComponentException failure =
        catchThrowableOfType(ComponentException.class, () -> workbench().fail("it is broken ✗"));
    assertThat(failure.getClass()).isEqualTo(ComponentException.class);
    assertThat(failure.component()).isEqualTo("Workbench");
    assertThat(failure.method()).isEqualTo("fail");
    assertThat(failure.failure()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.failureMessage()).isEqualTo("it is broken ✗");
  }

  @Test
  default void aFailureFurtherDownNamesTheCallThatFailed() {
    ComponentException failure =
        catchThrowableOfType(
            ComponentException.class, () -> workbench().failFurtherDown("too hot"));
    assertThat(failure.component()).isEqualTo("Anvil");
    assertThat(failure.method()).isEqualTo("crack");
    assertThat(failure.failure()).isEqualTo("java.lang.UnsupportedOperationException");
    assertThat(failure.failureMessage()).isEqualTo("too hot");
  }

  @Test
  default void callsAndErrorsAreCountedWhereTheyAreMade() {
    assertThatThrownBy(() -> workbench().fail("once")).hasMessageContaining("once");
    EdgeCalls before = counted();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> workbench().fail("again")).hasMessageContaining("again");
    }
    EdgeCalls after = counted();
    assertThat(after.calls() - before.calls()).isEqualTo(3);
    assertThat(after.errors() - before.errors()).isEqualTo(3);
  }

  private EdgeCalls counted() {
    return application().edges().stream()
        .filter(edge -> edge.caller().equals(CALLER) && edge.method().equals("fail"))
        .filter(edge -> edge.callee().equals("Workbench"))
        .findFirst()
        .orElseThrow();
  }
}
