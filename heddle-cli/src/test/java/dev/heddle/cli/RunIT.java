package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIT {
  @TempDir private Path project;

  @BeforeEach
  void writeProject() throws IOException {
    TinyApplication.writeProject(project);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void stopsTheApplicationWhenToldTo(String signal) throws Exception {
    try (Heddle run = Heddle.start(project, "run", "--port", "0", "--", "--colour=blue")) {
      String last = run.line("is running");
      RunFile.Run running = running();
      assertThat(last).isEqualTo("Tiny is running: " + running.url() + "  (Ctrl-C stops it)");
      run.signal(signal);
      assertThat(run.exitCode()).isZero();
      assertThat(run.output()).contains("--colour=blue", "tiny: goodbye");
      assertThat(ProcessHandle.of(running.pid())).isEmpty();
      assertThat(project.resolve(".heddle/run.json")).doesNotExist();
    }
  }

  @Test
  void letsOtherCommandsFindTheApplication() throws Exception {
    try (Heddle run = Heddle.start(project, "run", "--port", "0")) {
      run.line("is running");
      try (Heddle status = Heddle.start(project, "status")) {
        assertThat(status.output()).startsWith("tiny, revision 1");
      }
    }
  }

  @Test
  void refusesToRunTwice() throws Exception {
    try (Heddle run = Heddle.start(project, "run", "--port", "0")) {
      run.line("is running");
      try (Heddle second = Heddle.start(project, "run", "--port", "0")) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
            .contains("already runs from this folder, as process " + running().pid());
      }
    }
  }

  @Test
  void refusesToRunBesideOneThatBuilds() throws Exception {
    Files.delete(project.resolve("target/tiny.jar"));
    maven("echo '[INFO] Building Tiny 1.0        [1/1]'; exec sleep 600");
    try (Heddle run = Heddle.start(project, "run", "--port", "0")) {
      assertThat(run.line("1 of 1")).isEqualTo("  1 of 1: Tiny");
      try (Heddle second = Heddle.start(project, "run", "--port", "0")) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).contains("another 'heddle run' is starting or stopping");
      }
      run.signal("TERM");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output()).contains("stopped before the build was done");
    }
  }

  @Test
  void saysThatThePortIsInUse() throws Exception {
    try (ServerSocket other = new ServerSocket(0);
        Heddle run =
            Heddle.start(project, "run", "--port", Integer.toString(other.getLocalPort()))) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output())
          .isEqualTo(
              "heddle: port "
                  + other.getLocalPort()
                  + " is in use by another program. Choose another with --port N, or --port 0 for"
                  + " any that is free");
    }
  }

  @Test
  void saysThatTheApplicationEndedByItself() throws Exception {
    try (Heddle run = Heddle.start(project, "run", "--port", "0");
        HttpClient http = HttpClient.newHttpClient()) {
      run.line("is running");
      http.sendAsync(
          HttpRequest.newBuilder(URI.create(running().url() + "/end")).build(),
          HttpResponse.BodyHandlers.discarding());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output()).contains("the application ended by itself, with exit code 3");
      assertThat(project.resolve(".heddle/run.json")).doesNotExist();
    }
  }

  @Test
  void killsAnApplicationThatDoesNotStopInTime() throws Exception {
    try (Heddle run =
        Heddle.start(project, "run", "--port", "0", "--grace", "1", "--", "--stubborn")) {
      run.line("is running");
      RunFile.Run running = running();
      run.signal("TERM");
      assertThat(run.exitCode()).isZero();
      assertThat(ProcessHandle.of(running.pid())).isEmpty();
    }
  }

  @Test
  void killsAStubbornApplicationAtTheSecondSignal() throws Exception {
    try (Heddle run =
        Heddle.start(project, "run", "--port", "0", "--grace", "600", "--", "--stubborn")) {
      run.line("is running");
      run.signal("INT");
      // Two signals of one name may become one while the first is on its way.
      run.signal("TERM");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void isNotFooledByWhatAKilledRunLeft() throws Exception {
    try (Heddle killed = Heddle.start(project, "run", "--port", "0")) {
      killed.line("is running");
      ProcessHandle application = ProcessHandle.of(running().pid()).orElseThrow();
      killed.signal("KILL");
      try (Heddle second = Heddle.start(project, "run", "--port", "0")) {
        assertThat(second.output()).contains("kill " + application.pid());
      }
      application.destroyForcibly();
      application.onExit().join();
    }
    try (Heddle status = Heddle.start(project, "status")) {
      assertThat(status.exitCode()).isEqualTo(1);
      assertThat(status.output()).contains("no application runs from this folder");
    }
    try (Heddle again = Heddle.start(project, "run", "--port", "0")) {
      again.line("is running");
    }
  }

  @Test
  void showsWhatTheBuildSaysIsWrong() throws Exception {
    Files.delete(project.resolve("target/tiny.jar"));
    maven("echo '[ERROR] Shop.java:[1,1] cannot find symbol'; exit 1");
    try (Heddle run = Heddle.start(project, "run", "--port", "0")) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output())
          .contains("the build failed; all of it is in", "Shop.java:[1,1] cannot find symbol");
    }
  }

  /** Puts a script in Maven's place, as a project's own wrapper. */
  private void maven(String script) throws IOException {
    Path wrapper = project.resolve("mvnw");
    Files.writeString(wrapper, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private RunFile.Run running() {
    return new RunFile(project).read().orElseThrow();
  }
}
