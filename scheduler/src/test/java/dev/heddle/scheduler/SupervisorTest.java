package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes. */
class SupervisorTest {
  @TempDir private Path folder;
  private final Recorded events = new Recorded();
  private ProcessHandle leftBehind = ProcessHandle.current();

  @Test
  void aProcessThatIsKilledIsStartedAgain() throws Exception {
    try (Supervisor _ =
        supervise(Duration.ofSeconds(20), shell("one", "echo up; exec sleep 600"))) {
      long first = events.pid("one");
      events.await("one says up");
      kill("KILL", first);
      events.await("one is lost (exit code 137), again in 500 ms");
      long second = events.pid("one");
      events.await("one says up");
      assertThat(second).isNotEqualTo(first);
      assertThat(alive(second)).isTrue();
    }
    assertThat(events.left()).as("nothing is started after the end").isEmpty();
  }

  @Test
  void onesEndIsNotItsSiblings() throws Exception {
    try (Supervisor _ =
        supervise(Duration.ofSeconds(20), shell("one", "exec sleep 600"), shell("two", "exit 3"))) {
      events.await("two is lost (exit code 3), again in 500 ms");
      events.await("two is lost (exit code 3), again in 1000 ms");
      assertThat(alive(events.pid("one"))).isTrue();
    }
  }

  @Test
  void aProgramThatIsNotThereIsTriedAgainAndSaidSo() throws Exception {
    ProcessSpecification missing =
        new ProcessSpecification("one", folder, Map.of(), () -> List.of(folder + "/nothing"));
    try (Supervisor _ = supervise(Duration.ofSeconds(20), missing)) {
      assertThat(events.next("one is lost")).contains("nothing");
      assertThat(events.next("one is lost")).contains("again in 1000 ms");
    }
  }

  @Test
  void stoppingAsksFirstAndWaits() throws Exception {
    try (Supervisor _ =
        supervise(
            Duration.ofSeconds(20),
            shell("one", "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done"))) {
      events.await("one says up");
    }
    events.await("one says bye");
    assertThat(events.left()).isEmpty();
  }

  @Test
  void whatDoesNotEndInTimeIsKilled() throws Exception {
    long pid;
    try (Supervisor _ =
        supervise(
            Duration.ofMillis(200),
            shell("one", "trap '' TERM; echo up; while :; do sleep 0.05; done"))) {
      pid = events.pid("one");
      events.await("one says up");
    }
    assertThat(alive(pid)).isFalse();
  }

  @Test
  void aProcessThatLeavesAnotherBehindIsNotWaitedForByItsOutput() throws Exception {
    try (Supervisor _ =
        supervise(Duration.ofSeconds(20), shell("one", "sleep 60 & echo up $!; wait"))) {
      String left = events.next("one says up ");
      ProcessHandle.of(Long.parseLong(left.substring("one says up ".length())))
          .ifPresent(sleeping -> leftBehind = sleeping);
    }
    assertThat(leftBehind.isAlive()).isTrue();
    leftBehind.destroyForcibly();
  }

  @Test
  void theInputOfAProcessStaysOpen() throws Exception {
    try (Supervisor _ =
        supervise(Duration.ofSeconds(20), shell("one", "echo up; read line; echo end"))) {
      events.await("one says up");
      assertThat(alive(events.pid("one"))).isTrue();
    }
    assertThat(events.left()).isEmpty();
  }

  private Supervisor supervise(Duration grace, ProcessSpecification... specifications) {
    return new Supervisor(List.of(specifications), events, grace);
  }

  private ProcessSpecification shell(String name, String script) {
    return new ProcessSpecification(name, folder, Map.of(), () -> List.of("/bin/sh", "-c", script));
  }

  private static void kill(String signal, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** What happened, in words and in order; process numbers apart. */
  private static final class Recorded implements ProcessEvents {
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final Map<String, BlockingQueue<Long>> pids = new ConcurrentHashMap<>();

    @Override
    public void started(String process, long pid) {
      pidsOf(process).add(pid);
    }

    @Override
    public void line(String process, String line) {
      words.add(process + " says " + line);
    }

    @Override
    public void lost(String process, String what, Duration pause) {
      words.add(process + " is lost (" + what + "), again in " + pause.toMillis() + " ms");
    }

    long pid(String process) throws InterruptedException {
      Long pid = pidsOf(process).poll(30, TimeUnit.SECONDS);
      assertThat(pid).as("process of " + process).isNotNull();
      return pid;
    }

    private BlockingQueue<Long> pidsOf(String process) {
      return pids.computeIfAbsent(process, name -> new LinkedBlockingQueue<>());
    }

    String next(String beginning) throws InterruptedException {
      String next = words.poll(30, TimeUnit.SECONDS);
      assertThat(next).startsWith(beginning);
      return next;
    }

    void await(String expected) throws InterruptedException {
      assertThat(words.poll(30, TimeUnit.SECONDS)).isEqualTo(expected);
    }

    List<String> left() {
      return List.copyOf(words);
    }
  }
}
