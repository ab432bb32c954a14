package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The boutique as three processes: one with the pages and the stores, two with its components. */
final class ProcessesIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
      List<ProcessHandle> processes = processes(url);
      kill("KILL", processes.getFirst().pid());
      assertThat(customer.order("two")).contains("\"order_id\"");
      assertThat(run.line("replica-1 ended by itself")).contains("exit code 137", "started again");
      assertThat(run.line("replica-1 is process", 2)).startsWith("heddle ");
      assertThat(run.line("replica-1 takes calls", 2)).startsWith("replica-1 ");
      run.signal("INT");
      assertThat(run.exitCode()).isZero();
      assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void aComponentMovesToTheReplicasAndBack() throws Exception {
    try (Heddle run = boutique.start("run", "--port", "0", "--processes", "1")) {
      Customer customer = new Customer(CopiedBoutique.url(run));
      assertThat(customer.order("one")).contains("\"order_id\"");
      assertThat(boutique.heddle("place", "Cart", "remote")).startsWith("Cart is remote");
      assertThat(customer.order("two")).contains("\"order_id\"");
      assertThat(boutique.heddle("place", "Cart", "auto")).startsWith("Cart is local");
      assertThat(customer.order("three")).contains("\"order_id\"");
    }
  }

  @Test
  void whenTheCommandIsKilledItsProcessesEndByThemselves() throws Exception {
    try (Heddle run = boutique.start("run", "--port", "0", "--processes", "1")) {
      String url = CopiedBoutique.url(run);
      long application = Long.parseLong(word(run.line("application is process"), 5));
      List<ProcessHandle> processes = processes(url);
      run.signal("KILL");
      for (ProcessHandle process : processes) awaitEnd(process);
      awaitEnd(ProcessHandle.of(application).orElse(processes.getFirst()));
    }
  }

  private static List<ProcessHandle> processes(String url) throws Exception {
    JsonNode status = JSON.readTree(new Customer(url).get("/actuator/heddle"));
    return status.get("replicas").values().stream()
        .map(replica -> ProcessHandle.of(replica.get("pid").asLong()).orElseThrow())
        .toList();
  }

  private static String word(String line, int index) {
    return line.split(" +")[index];
  }

  private static void awaitEnd(ProcessHandle process) throws Exception {
    process.onExit().get(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
  }

  private static void kill(String signal, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
  }
}
