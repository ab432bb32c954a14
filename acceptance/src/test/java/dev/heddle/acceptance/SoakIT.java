package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boutique as three processes under load for long: what it holds on to does not grow. */
final class SoakIT {
  private static final int VISITORS = 8;
  private static final Duration BETWEEN_PAGES = Duration.ofMillis(50);
  private static final List<String> PAGES = List.of("/", "/product/6E92ZMYYFZ", "/cart");
  private static final Duration LASTS =
      Duration.ofMinutes(Integer.getInteger("heddle.soak.minutes", 10));

  /** Threads of pools and of Java's compilers come and go. */
  private static final int THREADS_MORE = 8;

  /** What is still being learned when the first reading is taken, in bytes. */
  private static final long LEARNED = 4 << 20;

  @TempDir private Path project;

  @SuppressWarnings("NullAway.Init") // copyTheBoutique() does
  private CopiedBoutique boutique;

  @BeforeEach
  void copyTheBoutique() throws IOException {
    boutique = CopiedBoutique.in(project);
  }

  @Test
  void whatProcessesHoldOnToAndTheirThreadsDoNotGrow() throws Exception {
    try (Heddle run =
        boutique.start("run", "--port", "0", "--processes", "2", "--placement", "all=remote")) {
      String url = CopiedBoutique.url(run);
      AtomicBoolean over = new AtomicBoolean();
      AtomicLong pages = new AtomicLong();
      try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> visits = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
          visits.add(executor.submit(() -> visit(url, over, pages)));
        }
        Thread.sleep(LASTS.dividedBy(3));
        List<HeldByProcess> first = HeldByProcess.of(run, url);
        Thread.sleep(LASTS.multipliedBy(2).dividedBy(3));
        List<HeldByProcess> last = HeldByProcess.of(run, url);
        over.set(true);
        for (Future<?> each : visits) each.get();
        System.out.printf("%d pages; %s, then %s%n", pages.get(), first, last);
        for (int i = 0; i < first.size(); i++) {
          HeldByProcess before = first.get(i);
          HeldByProcess now = last.get(i);
          assertThat(now.pid()).isEqualTo(before.pid());
          assertThat(now.liveBytes())
              .as("bytes of live objects")
              .isLessThan(before.liveBytes() * 21 / 20 + LEARNED);
          assertThat(now.residentBytes())
              .as("resident bytes")
              .isLessThan(before.residentBytes() * 6 / 5);
          assertThat(now.threads())
              .as("threads")
              .isLessThanOrEqualTo(before.threads() + THREADS_MORE);
        }
      }
    }
  }

  /** Opens pages as somebody who comes again and again. */
  private static boolean visit(String url, AtomicBoolean over, AtomicLong pages) throws Exception {
    Customer customer = new Customer(url, UUID.randomUUID().toString());
    customer.addMug();
    while (!over.get()) {
      for (String page : PAGES) {
        assertThat(customer.get(page)).contains("</html>");
        pages.incrementAndGet();
        Thread.sleep(BETWEEN_PAGES);
      }
    }
    return true;
  }
}
