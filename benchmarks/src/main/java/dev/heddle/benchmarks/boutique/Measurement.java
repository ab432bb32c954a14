package dev.heddle.benchmarks.boutique;

import dev.heddle.benchmarks.boutique.BoutiqueReport.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;

/** Starts contenders, one at a time, and watches them: one round. */
final class Measurement {
  private static final Duration SETTLING = Duration.ofSeconds(1);
  private static final int LONGEST_WARMING = 20;
  private static final double NO_CHEAPER = 0.97;
  private static final double MEGABYTE = 1 << 20;

  private final Programs programs;
  private final Path folder;
  private final Effort effort;
  private final Map<Surface, Integer> rates = new EnumMap<>(Surface.class);

  /**
   * A round.
   *
   * @param folder where its processes run
   */
  Measurement(Programs programs, Path folder, Effort effort) {
    this.programs = programs;
    this.folder = folder;
    this.effort = effort;
  }

  Row of(Contender contender) throws IOException, InterruptedException, ExecutionException {
    Path own = folder.resolve(contender.word());
    try (Deployment deployment = contender.start(own, programs);
        Shop shop = new Shop(deployment.front())) {
      // Alone at first: a crowd would wait for longer than a shop lets it while everything is cold.
      new Saturation(1).run(shop, Surface.PAGES, SETTLING, warming(), deployment::cpuNanos);
      warm(deployment, shop, Surface.PAGES);
      Figures pages = figures(deployment, shop, Surface.PAGES);
      warm(deployment, shop, Surface.API);
      Figures api = figures(deployment, shop, Surface.API);
      Saturation.Seen files = saturate(deployment, shop, Surface.FILE);
      ProcessUsage.Memory memory = deployment.memory();
      return new Row(
          contender.word(),
          deployment.processes().size(),
          pages,
          api,
          files.serverMillis(),
          memory.resident() / MEGABYTE,
          memory.proportional() / MEGABYTE);
    }
  }

  /**
   * Makes requests for a while, and then until they become no cheaper: Java compiles for long where
   * it runs in many processes.
   */
  private void warm(Deployment deployment, Shop shop, Surface surface)
      throws InterruptedException, ExecutionException {
    double cheapest = Double.MAX_VALUE;
    for (int part = 1; part <= LONGEST_WARMING; part++) {
      Saturation.Seen seen =
          saturation().run(shop, surface, Duration.ZERO, warming(), deployment::cpuNanos);
      double cost = seen.serverMillis();
      System.err.printf(
          Locale.ROOT,
          "  warming %s: %.0f requests/s, %.2f ms CPU%n",
          surface.name().toLowerCase(Locale.ROOT),
          seen.requestsPerSecond(),
          cost);
      if (cost > cheapest * NO_CHEAPER) return;
      cheapest = Math.min(cheapest, cost);
    }
  }

  private Figures figures(Deployment deployment, Shop shop, Surface surface)
      throws InterruptedException, ExecutionException {
    Saturation.Seen saturated = saturate(deployment, shop, surface);
    int rate = rates.computeIfAbsent(surface, _ -> rate(saturated));
    Histogram latencies = new Arrivals(rate).run(shop, surface, SETTLING, reading());
    return Figures.of(saturated, rate, latencies);
  }

  private int rate(Saturation.Seen first) {
    if (effort.rate() != Effort.HALF) return effort.rate();
    return Math.max(1, (int) (first.requestsPerSecond() / 2));
  }

  private Saturation.Seen saturate(Deployment deployment, Shop shop, Surface surface)
      throws InterruptedException, ExecutionException {
    return saturation().run(shop, surface, SETTLING, reading(), deployment::cpuNanos);
  }

  private Saturation saturation() {
    return new Saturation(effort.shoppers());
  }

  private Duration warming() {
    return Duration.ofSeconds(effort.warming());
  }

  private Duration reading() {
    return Duration.ofSeconds(effort.seconds());
  }
}
