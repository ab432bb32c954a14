package dev.heddle.wasm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.net.URLClassLoader;
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
  private static final String COMPONENT = "probe.Probes";
  private static final Path SOURCES = Path.of("src/test/resources/probe");

  private Map<String, String> onJvm = new TreeMap<>();
  private Map<String, String> inSandbox = new TreeMap<>();

  @BeforeAll
  void runOnBoth(@TempDir Path folder) throws Exception {
    Fixture fixture =
        new Fixture(folder)
            .compile(
                Files.readString(SOURCES.resolve("Probes.java")),
                Files.readString(SOURCES.resolve("AllProbes.java")));
    fixture.build();
    try (URLClassLoader loader = fixture.loader()) {
      ImplementationDescriptor<?> descriptor =
          (ImplementationDescriptor<?>)
              loader.loadClass("probe.AllProbes_Implementation").getConstructor().newInstance();
      Object local = descriptor.create(new NoDependencies());
      GuestRunner guest =
          new GuestRunner(Files.readAllBytes(fixture.module("probe.AllProbes"))).start();
      Object remote = RunnerHost.component(guest, loader, COMPONENT);
      List<?> names = (List<?>) requireNonNull(Fixture.call(local, COMPONENT, "names"));
      for (Object name : names) {
        onJvm.put(name.toString(), answer(local, name));
        inSandbox.put(name.toString(), answer(remote, name));
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

  private static String answer(Object component, Object name) {
    try {
      return String.valueOf(Fixture.call(component, COMPONENT, "answer", name));
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
