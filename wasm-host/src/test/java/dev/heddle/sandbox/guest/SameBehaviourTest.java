package dev.heddle.sandbox.guest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.spi.Dependencies;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.Grants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a guest for the JDK behaves as the JDK does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameBehaviourTest {
  private static final Path SOURCES = Path.of("src/test/resources/probe");

  private Map<String, String> onJvm = new TreeMap<>();
  private Map<String, String> inSandbox = new TreeMap<>();

  @BeforeAll
  void runOnBoth(@TempDir Path folder) throws Exception {
    try (JavaGuest guest =
        JavaGuest.of(
            folder,
            "probe.Probes",
            "probe.AllProbes",
            Files.readString(SOURCES.resolve("Probes.java")),
            Files.readString(SOURCES.resolve("AllProbes.java")))) {
      Object local = guest.implementation().create(new NoDependencies());
      Object remote = guest.stub(guest.open(Grants.ECHO, SandboxLimits.DEFAULT));
      List<?> names = (List<?>) requireNonNull(guest.call(local, "names"));
      for (Object name : names) {
        onJvm.put(name.toString(), answer(guest, local, name));
        inSandbox.put(name.toString(), answer(guest, remote, name));
      }
    }
  }

  @Test
  void everyProbeAnswersTheSame() {
    assertThat(inSandbox).isEqualTo(onJvm);
  }

  @Test
  void everyProbeAnswersSomething() {
    assertThat(onJvm).hasSizeGreaterThan(15).doesNotContainValue("");
    assertThat(onJvm.values()).noneMatch(answer -> answer.startsWith("failed: "));
  }

  private static String answer(JavaGuest guest, Object component, Object name) {
    try {
      return String.valueOf(guest.call(component, "answer", name));
    } catch (Exception failure) {
      return "failed: " + failure;
    }
  }

  private static final class NoDependencies implements Dependencies {
    @Override
    public <T> T get(int index, Class<T> type) {
      throw new IllegalStateException(type.getName());
    }

    @Override
    public <T> java.util.Optional<T> optional(int index, Class<T> type) {
      throw new IllegalStateException(type.getName());
    }
  }
}
