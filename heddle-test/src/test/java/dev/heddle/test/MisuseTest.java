package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.heddle.test.fixture.Door;
import dev.heddle.test.fixture.Gong;
import dev.heddle.test.fixture.Visits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class MisuseTest {

  @Test
  void runsEachTestOnceAMode() {
    assertThat(names(OneTest.class)).containsExactly("LOCAL", "COPY");
  }

  @Test
  void runsOnlyInTheModesNamed() {
    assertThat(names(CopyOnly.class)).containsExactly("COPY");
  }

  @Test
  void refusesAFakeOfSomethingElse() {
    assertThat(failure(FakeOfAString.class))
        .contains("@Fake FakeOfAString.name is a java.lang.String")
        .contains("Declare the field with the interface's type");
  }

  @Test
  void refusesAFakeThatIsNull() {
    assertThat(failure(FakeOfNothing.class)).contains("@Fake FakeOfNothing.door is null");
  }

  @Test
  void refusesASettingThatIsNone() {
    assertThat(failure(BadSetting.class)).contains("Component.key=value").contains("'greeting'");
  }

  @Test
  void reportsSettingsOfUnknownComponents() {
    assertThat(failure(UnknownComponent.class)).contains("heddle.components.Dor names none");
  }

  @Test
  void refusesAChoiceThatIsNone() {
    assertThat(failure(BadChoice.class)).contains("Component=name", "'steel'");
  }

  @Test
  void saysWhatTheModeSandboxedNeeds() {
    assertThat(failure(InASandbox.class)).contains("Add the dependency dev.heddle:wasm-host");
  }

  @Test
  void runsTheImplementationNamed() {
    assertThat(failure(SteelOnly.class)).isEqualTo("no test failed");
  }

  @Test
  void fakesWhatMayBeMissing() {
    assertThat(failure(SteelWithGong.class)).isEqualTo("no test failed");
  }

  private static List<String> names(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(test))
        .execute()
        .containerEvents()
        .finished()
        .stream()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .filter(name -> List.of("LOCAL", "COPY").contains(name))
        .toList();
  }

  private static String failure(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(test))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(MisuseTest::message)
        .findFirst()
        .orElse("no test failed");
  }

  private static String message(Event event) {
    return event
        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("");
  }

  @HeddleTest
  static class OneTest {
    @Test
    void takesAComponent(Visits visits) {
      assertThat(visits.names()).isEmpty();
    }
  }

  @HeddleTest(modes = {Mode.COPY, Mode.COPY})
  static class CopyOnly {
    @Test
    void takesNothing() {}
  }

  @HeddleTest
  static class FakeOfAString {
    @Fake final String name = "Ada";

    @Test
    void neverRuns() {}
  }

  @HeddleTest
  static class FakeOfNothing {
    @Fake @Nullable Door door;

    @Test
    void neverRuns() {}
  }

  @HeddleTest(settings = "greeting")
  static class BadSetting {
    @Test
    void neverRuns() {}
  }

  @HeddleTest(implementations = "steel")
  static class BadChoice {
    @Test
    void neverRuns() {}
  }

  @HeddleTest(modes = Mode.SANDBOXED)
  static class InASandbox {
    @Test
    void neverRuns() {}
  }

  @HeddleTest(implementations = "Door=steel")
  static class SteelOnly {
    @Test
    void isMadeOfSteel(Door door) {
      assertThat(door.greet("Ada")).isEqualTo("clang, Ada");
    }
  }

  @HeddleTest(implementations = "Door=steel")
  static class SteelWithGong {
    @Fake final Gong gong = () -> "dong";

    @Test
    void hasOne(Door door) {
      assertThat(door.greet("Ada")).isEqualTo("dong, Ada");
    }
  }

  @HeddleTest(settings = "Dor.greeting=hello")
  static class UnknownComponent {
    @Test
    void neverRuns() {}
  }
}
