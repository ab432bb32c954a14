package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test is the run whose log is shown. */
class LogsIT {
  private static final List<String> PROCESSES = List.of("application", "replica-1", "heddle");
  private static final String CART =
      "2026-11-22T05:43:53.123Z  INFO 4711 --- [boutique] [    main] component.Cart : added";

  @TempDir private Path folder;

  @Test
  void showsWhatIsAskedFor() throws Exception {
    try (KeptLog log = KeptLog.begin(folder, PROCESSES)) {
      log.add("heddle", "application is process 12");
      log.add("replica-1", CART);
      log.add("application", "ready");
    }
    assertThat(logs())
        .isEqualTo(
            "heddle      | application is process 12\n"
                + ("replica-1   | " + CART + "\n")
                + "application | ready");
    assertThat(logs("application", "heddle"))
        .isEqualTo("heddle      | application is process 12\napplication | ready");
    assertThat(logs("--component", "Cart")).isEqualTo("replica-1   | " + CART);
    assertThat(logs("--component", "Ad")).isEmpty();
    assertThat(logs("replica-1", "-o", "json"))
        .matches("\\{\"at\":\"20[^\"]+Z\",\"process\":\"replica-1\",\"component\":\"Cart\",.*}");
  }

  @Test
  void followsUntilTheRunEnds() throws Exception {
    KeptLog log = KeptLog.begin(folder, PROCESSES);
    log.add("heddle", "first");
    try (Heddle follower = Heddle.start(folder, "logs", "--follow")) {
      follower.line("first");
      log.add("application", "second");
      follower.line("second");
      log.add("heddle", "last");
      log.close();
      assertThat(follower.exitCode()).isZero();
      assertThat(follower.output())
          .isEqualTo("heddle      | first\napplication | second\nheddle      | last");
    }
  }

  @Test
  void saysWhenThereIsNoLogOrNoSuchProcess() throws Exception {
    try (Heddle logs = Heddle.start(folder, "logs")) {
      assertThat(logs.exitCode()).isEqualTo(1);
      assertThat(logs.output()).startsWith("heddle: no log is kept in this folder.");
    }
    KeptLog.begin(folder, PROCESSES).close();
    try (Heddle logs = Heddle.start(folder, "logs", "replica-7")) {
      assertThat(logs.exitCode()).isEqualTo(2);
      assertThat(logs.output())
          .isEqualTo(
              "heddle: the run has no process replica-7; its processes are application, replica-1,"
                  + " heddle");
    }
  }

  private String logs(String... arguments) throws IOException, InterruptedException {
    String[] words = new String[arguments.length + 1];
    words[0] = "logs";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    try (Heddle logs = Heddle.start(folder, words)) {
      assertThat(logs.exitCode()).as(logs.output()).isZero();
      return logs.output();
    }
  }
}
