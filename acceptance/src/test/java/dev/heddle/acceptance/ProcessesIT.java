package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boutique as three processes: one with the pages and the stores, two with its components. */
final class ProcessesIT {
  @TempDir private Path project;

  @SuppressWarnings("NullAway.Init") // copyTheBoutique() does
  private CopiedBoutique boutique;

  @BeforeEach
  void copyTheBoutique() throws IOException {
    boutique = CopiedBoutique.in(project);
  }

  @Test
  void ordersPassThroughReplicasOneOfWhichIsKilledAndAllEndTogether() throws Exception {
    try (Heddle run =
        boutique.start(
            "run",
            "--port",
            "0",
            "--processes",
            "2",
            "--replica-heap",
            "300m",
            "--placement",
            "all=remote",
            "--",
            "--heddle.replicas.patience=60s",
            "--heddle.request.deadline=60s")) {
      String url = CopiedBoutique.url(run);
      Customer customer = new Customer(url);
      assertThat(customer.order("one")).contains("\"order_id\"");
      assertThat(boutique.heddle("status"))
          .containsPattern("Cart .* remote .* 2 ")
          .containsPattern("replica-1 +\\d+ +ready +\\d+ MB +10 +unix:")
          .containsPattern("replica-2 +\\d+ +ready +\\d+ MB +10 +unix:");
      URI dashboard = URI.create(word(run.line("The dashboard: "), 4));
      assertThat(traces(dashboard, customer))
          .containsPattern("\"process\":\"replica-[12]\",\"placement\":\"remote\"");
      // The replicas alone have seen that call.
      while (!boutique.heddle("graph").matches("(?s).*\nCart +CartCache +get .*")) {
        Thread.sleep(100);
      }
      List<ProcessHandle> processes = processes(url);
      assertThat(processes)
          .allSatisfy(it -> assertThat(it.info().arguments().orElseThrow()).contains("-Xmx300m"));
      Replica killed = Replica.ready(url).getFirst();
      killed.signal("KILL");
      // What is on its way to a process that ends is lost, and nobody knows whether it was done.
      while (Replica.ready(url).contains(killed)) Thread.sleep(10);
      assertThat(customer.order("two")).contains("\"order_id\"");
      assertThat(run.line("replica-1 ended by itself")).contains("exit code 137", "started again");
      assertThat(run.line("replica-1 is process", 2)).startsWith("heddle ");
      assertThat(run.line("replica-1 takes calls", 2)).startsWith("replica-1 ");
      assertThat(boutique.heddle("logs", "replica-1").lines())
          .allMatch(line -> line.startsWith("replica-1   | "))
          .anyMatch(line -> line.contains("replica-1 takes calls"));
      Heddle follower = boutique.start("logs", "heddle", "application", "--follow");
      // Without the token, which moves components.
      assertThat(follower.line("The dashboard: ")).doesNotContain("#");
      run.signal("INT");
      assertThat(run.exitCode()).isZero();
      assertThat(follower.exitCode()).isZero();
      assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void aComponentMovesAndWhenTheCommandIsKilledItsProcessesEndByThemselves() throws Exception {
    try (Heddle run = boutique.start("run", "--port", "0", "--processes", "1")) {
      String url = CopiedBoutique.url(run);
      Customer customer = new Customer(url);
      assertThat(boutique.heddle("place", "Cart", "remote")).startsWith("Cart is remote");
      assertThat(boutique.heddle("status")).containsPattern("Cart +local +remote +person .* done ");
      assertThat(customer.order("one")).contains("\"order_id\"");
      URI dashboard = URI.create(word(run.line("The dashboard: "), 4));
      assertThat(state(dashboard)).contains("\"replica-1\"", "asked for by hand");
      assertThat(pid(run.line("scheduler is process")).destroyForcibly()).isTrue();
      assertThat(customer.order("two")).contains("\"order_id\"");
      run.line("scheduler is process", 2);
      awaitJoined(dashboard);
      assertThat(state(dashboard)).contains("asked for by hand");
      assertThat(boutique.heddle("place", "Cart", "auto")).startsWith("Cart is local");
      assertThat(customer.order("three")).contains("\"order_id\"");
      long application = Long.parseLong(word(run.line("application is process"), 5));
      List<ProcessHandle> processes = processes(url);
      run.signal("KILL");
      for (ProcessHandle process : processes) awaitEnd(process);
      awaitEnd(ProcessHandle.of(application).orElse(processes.getFirst()));
    }
  }

  @Test
  void componentsStayInTheProcessesThatConfigurationKeepsThemTo() throws Exception {
    try (Heddle run =
        boutique.startRemote(
            2,
            "--heddle.components.CartCache.only-in=application",
            "--heddle.components.Currency.only-in=replica-2",
            "--heddle.replicas.patience=60s",
            "--heddle.request.deadline=60s")) {
      Customer customer = new Customer(CopiedBoutique.url(run));
      assertThat(customer.order("one")).contains("\"order_id\"");
      // The replicas alone have seen that call, which the application answered.
      while (!boutique.heddle("graph").matches("(?s).*\nCart +CartCache +get .*")) {
        Thread.sleep(100);
      }
      assertThat(boutique.heddle("graph")).containsPattern("Cart +CartCache +get .* 100% +local");
      URI dashboard = URI.create(word(run.line("The dashboard: "), 4));
      assertThat(state(dashboard))
          .containsPattern("\"Currency\",[^}]*\"remote\",\"replicas\":\\[\"replica-2\"\\]");
      try (Heddle place = boutique.start("place", "CartCache", "remote")) {
        assertThat(place.exitCode()).isEqualTo(1);
        assertThat(place.output())
            .contains("no replica that runs it is called or labelled application");
      }
      assertThat(boutique.heddle("plan", "--explain").replaceAll("\\s+", " "))
          .contains("only processes labelled application may hold it")
          .contains("only processes labelled replica-2 may hold it");
      run.signal("INT");
      assertThat(run.exitCode()).isZero();
    }
  }

  private static List<ProcessHandle> processes(String url) throws Exception {
    return Replica.ready(url).stream()
        .map(replica -> ProcessHandle.of(replica.pid()).orElseThrow())
        .toList();
  }

  private static ProcessHandle pid(String line) {
    return ProcessHandle.of(Long.parseLong(word(line, 5))).orElseThrow();
  }

  /** Waits until the application and its replica have joined the scheduler. */
  private static void awaitJoined(URI dashboard) throws Exception {
    while (true) {
      try {
        if (state(dashboard).contains("\"replica-1\"")) return;
      } catch (ConnectException notYet) {
        // It is being started.
      }
      Thread.sleep(100);
    }
  }

  private static String state(URI dashboard) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(dashboard.resolve("/api/state")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  /** What is shown of requests, once one of a customer's is among them. */
  private static String traces(URI dashboard, Customer customer) throws Exception {
    while (true) {
      String traces = state(dashboard).split("\"traces\":", 2)[1];
      if (traces.contains("\"process\":")) return traces;
      customer.get("/");
      Thread.sleep(100);
    }
  }

  private static String word(String line, int index) {
    return line.split(" +")[index];
  }

  private static void awaitEnd(ProcessHandle process) throws Exception {
    process.onExit().get(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
  }
}
