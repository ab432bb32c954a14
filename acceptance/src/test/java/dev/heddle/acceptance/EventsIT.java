package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The events of the running boutique, as the command line shows and mends them. */
@Timeout(600)
final class EventsIT {
  @TempDir private Path project;

  @Test
  void whatCouldNotBeDeliveredIsListedReplayedAndDiscarded() throws Exception {
    CopiedBoutique boutique = CopiedBoutique.in(project);
    // No confirmation is sent within a nanosecond.
    try (Heddle run =
        boutique.start(
            "run",
            "--port",
            "0",
            "--",
            "--heddle.events.attempts=1",
            "--heddle.components.Email.deadline=1ns")) {
      Customer customer = new Customer(CopiedBoutique.url(run));
      customer.order("k1");
      customer.order("k2");
      await(customer, "\"dead\":2");
      assertThat(boutique.heddle("events"))
          .containsPattern("Email\\.confirm +OrderPlaced +0 +0 +0 +0 +2");
      assertThat(boutique.heddle("events", "dead"))
          .contains("Email.confirm:1", "Email.confirm:2", "OrderPlaced", "Email.confirm: ")
          .doesNotContain("ann@example.com");
      run.signal("TERM");
      assertThat(run.exitCode()).isZero();
    }
    try (Heddle run = boutique.start("run", "--port", "0")) {
      Customer customer = new Customer(CopiedBoutique.url(run));
      assertThat(boutique.heddle("events", "replay", "Email.confirm:2")).isEqualTo("replayed: 1");
      await(customer, "\"delivered\":1");
      assertThat(boutique.heddle("events", "discard", "Email.confirm:1")).isEqualTo("discarded: 1");
      assertThat(boutique.heddle("events", "dead")).isEqualTo("There are no dead letters.");
      try (Heddle gone = boutique.start("events", "replay", "Email.confirm:2")) {
        assertThat(gone.output()).contains("there is no dead letter Email.confirm:2");
        assertThat(gone.exitCode()).isEqualTo(1);
      }
    }
  }

  private static void await(Customer customer, String text) throws Exception {
    while (!customer.get("/actuator/heddleevents").contains(text)) Thread.onSpinWait();
  }
}
