package dev.heddle.core.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.core.events.EventBackend.Subscribed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEventOutboxTest extends EventBackendConformance {
  @TempDir Path folder;

  @Override
  protected EventBackend create(List<Subscribed> subscriptions) {
    return EventOutbox.open(folder, subscriptions, EventBounds.DEFAULT);
  }

  @Override
  protected boolean durable() {
    return true;
  }

  @Test
  void saysWhoHasItOpen() {
    try (EventBackend first = create(List.of(MAIL))) {
      assertThatThrownBy(() -> create(List.of(MAIL)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("heddle.data-directory");
      assertThat(first.kept()).hasSize(1);
    }
  }
}
