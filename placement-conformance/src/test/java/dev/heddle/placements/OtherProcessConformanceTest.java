package dev.heddle.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentUnavailableException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls to a sandbox in another process. */
class OtherProcessConformanceTest extends ReplicaConformance {
  private Optional<ReplicaProcess> replica = Optional.empty();

  @Test
  void aCallThatIsLostWithItsReplicaIsNotMadeAgain() {
    int page = page();
    assertThatThrownBy(() -> workbench().crash(page))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("lost during the call");
    // The replica that takes its place is not asked to make it.
    assertThat(workbench().text("there")).isEqualTo("there");
    assertThat(journal().count(page)).isOne();
  }

  @Test
  void aCallOfAnIdempotentMethodIsMadeAgainAndNotMoreOftenThanConfigured() {
    int page = page();
    assertThatThrownBy(() -> workbench().crashAgain(page, false))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("3 times");
    assertThat(journal().count(page)).isEqualTo(3);
    assertThat(workbench().crashAgain(page, true)).isEqualTo(page);
  }

  @Override
  void prepare() throws IOException {
    replica = Optional.of(new ReplicaProcess(socket(), file(), Optional.empty()));
  }

  @Override
  void end() {
    transport().close();
    replica.ifPresent(ReplicaProcess::close);
  }

  @Override
  public String inner() {
    return "sandboxed";
  }
}
