package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  @TempDir private Path folder;

  private final RunFile.Run here =
      RunFile.Run.of(
          ProcessHandle.current(),
          8080,
          Optional.of(new SchedulerLink("http://localhost:9", "secret")));

  @Test
  void tellsOfARunningApplication() {
    RunFile file = new RunFile(folder);
    file.write(here);
    assertThat(file.read()).contains(here);
    assertThat(here.url()).isEqualTo("http://localhost:8080");
  }

  @Test
  void isEmptyWhenNothingWasWritten() {
    assertThat(new RunFile(folder).read()).isEmpty();
  }

  @Test
  void isEmptyAfterItWasDeleted() {
    RunFile file = new RunFile(folder);
    file.write(here);
    file.delete();
    assertThat(file.read()).isEmpty();
  }

  @Test
  void isNotFooledByAProcessThatEnded() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("sleep", "60").start();
    RunFile file = new RunFile(folder);
    file.write(RunFile.Run.of(ended.toHandle(), 8080, Optional.empty()));
    assertThat(file.read()).isPresent();
    ended.destroyForcibly().waitFor();
    assertThat(file.read()).isEmpty();
  }

  @Test
  void isNotFooledByAnotherProcessWithTheSameNumber() {
    RunFile file = new RunFile(folder);
    file.write(
        new RunFile.Run(
            here.pid(),
            8080,
            here.url(),
            here.started().minus(Duration.ofMinutes(1)),
            Optional.empty()));
    assertThat(file.read()).isEmpty();
  }

  @Test
  void isEmptyWhenTheFileIsDamaged() throws IOException {
    Files.createDirectories(folder.resolve(".heddle"));
    for (String damaged : new String[] {"", "null", "{", "[]", "{\"pid\":1}"}) {
      Files.writeString(folder.resolve(".heddle/run.json"), damaged);
      assertThat(new RunFile(folder).read()).isEmpty();
    }
  }
}
