package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boutique under load while its replicas are killed, one after the other. */
final class FaultsIT {
  private static final int BUYERS = 8;
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(2);
  private static final Duration LASTS =
      Duration.ofSeconds(Integer.getInteger("heddle.faults.seconds", 120));

  @TempDir private Path project;

  @SuppressWarnings("NullAway.Init") // copyTheBoutique() does
  private CopiedBoutique boutique;

  @BeforeEach
  void copyTheBoutique() throws IOException {
    boutique = CopiedBoutique.in(project);
  }

  @Test
  void nothingThatWasAcknowledgedIsLostAndNoOrderIsMadeTwice() throws Exception {
    try (Heddle run =
        boutique.startRemote(
            3, "--heddle.replicas.patience=60s", "--heddle.request.deadline=60s")) {
      String url = CopiedBoutique.url(run);
      AtomicBoolean over = new AtomicBoolean();
      List<Buyer> buyers = new ArrayList<>();
      int kills;
      try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> shopping = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
          Buyer buyer = new Buyer(url, over);
          buyers.add(buyer);
          shopping.add(executor.submit(buyer));
        }
        kills = killReplicas(url);
        over.set(true);
        for (Future<?> each : shopping) each.get();
      }
      report(buyers, kills);
      assertThat(kills).isPositive();
      assertThat(buyers).extracting(Buyer::orders).anyMatch(orders -> orders > 0);
      for (Buyer buyer : buyers) {
        assertThat(buyer.changedOrder()).isEqualTo("none");
        assertThat(buyer.mugs()).isBetween(buyer.acknowledged(), buyer.attempted());
      }
      run.signal("TERM");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void aFrozenReplicaIsLeftAloneAndComesBack() throws Exception {
    try (Heddle run =
        boutique.startRemote(2, "--heddle.request.deadline=3s", "--heddle.trail.enabled=true")) {
      Customer customer = new Customer(CopiedBoutique.url(run));
      awaitPage(customer, "replica-1");
      Replica frozen = Replica.ready(customer.url()).getFirst();
      frozen.signal("STOP");
      try {
        int failed = 0;
        int answeredInARow = 0;
        while (answeredInARow < 30) {
          boolean answered = !customer.replicas("/").isEmpty();
          if (!answered) failed++;
          answeredInARow = answered ? answeredInARow + 1 : 0;
          assertThat(failed).as("requests that got no answer").isLessThan(20);
        }
      } finally {
        frozen.signal("CONT");
      }
      awaitPage(customer, "replica-1");
    }
  }

  /** Opens pages until a replica works on one. */
  private static void awaitPage(Customer customer, String replica) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!customer.replicas("/").contains(replica)) {
      assertThat(System.nanoTime()).as(replica + " does not work").isLessThan(end);
    }
  }

  /** Kills one of the replicas that serve, every two seconds, and gives how many there were. */
  private static int killReplicas(String url) throws Exception {
    int kills = 0;
    int next = 0;
    long end = System.nanoTime() + LASTS.toNanos();
    while (System.nanoTime() < end) {
      Thread.sleep(BETWEEN_KILLS);
      List<Replica> ready = Replica.ready(url);
      if (ready.isEmpty()) continue;
      ready.get(next++ % ready.size()).signal("KILL");
      kills++;
    }
    return kills;
  }

  private static void report(List<Buyer> buyers, int kills) {
    System.out.printf(
        "%d kills, %d orders, %d mugs acknowledged of %d, %d requests failed%n",
        kills,
        buyers.stream().mapToInt(Buyer::orders).sum(),
        buyers.stream().mapToInt(Buyer::acknowledged).sum(),
        buyers.stream().mapToInt(Buyer::attempted).sum(),
        buyers.stream().mapToInt(Buyer::failures).sum());
  }
}
