package dev.heddle.core.spring;

import static dev.heddle.core.spring.Assemblies.cause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.AssemblyException;
import dev.heddle.core.CallObserver;
import dev.heddle.core.CallTracer;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Problem;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.fixture.Page;
import dev.heddle.core.spring.app.Bell;
import dev.heddle.core.spring.app.Greeter;
import dev.heddle.core.spring.app.Tower;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AutoConfigurationTest {
  @TempDir static Path folder;

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  HeddleAutoConfiguration.class, HeddleMetricsAutoConfiguration.class))
          .withPropertyValues("heddle.data-directory=" + folder)
          .withBean(Bell.class, () -> () -> "ding");

  @Test
  void anImplementationThatNobodyDeclaredAsABeanBecomesOne() {
    application.run(
        context ->
            assertThat(context.getBean(Greeter.class).greet("you"))
                .isEqualTo("hello you, opened with a key"));
  }

  @Test
  void aMissingCapabilityAndAnUnknownComponentAreReportedTogetherInWords() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(HeddleAutoConfiguration.class))
        .withPropertyValues(
            "heddle.data-directory=" + folder, "heddle.components.Towr.placement=local")
        .run(
            context -> {
              assertThat(context).hasFailed();
              AssemblyException failure = cause(context.getStartupFailure());
              FailureAnalysis analysis = new AssemblyFailureAnalyzer().analyze(failure, failure);
              assertThat(analysis.getDescription())
                  .contains("1. a capability is granted by the host")
                  .contains("3. configuration names components of the application");
              assertThat(analysis.getAction())
                  .contains("1. Define a bean of type Bell")
                  .contains("3. Did you mean Tower?");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "heddle.wire.max-depth=5000 | wire limit depth is 5000; it must be from 1 to 1000",
        "heddle.wire.max-message-size=9GB | wire limit messageBytes is 2147483647; it must be",
        "heddle.blobs.max-size=2GB | heddle.blobs.max-size is 2147483648B; it must be from 1B to 1GB",
        "heddle.http.max-timeout=0s | heddle.http.max-timeout is PT0S; it must be above zero",
        "heddle.components.Tower.http.allow=everything | is no rule for HTTP calls",
        "heddle.request.deadline=0s | heddle.request.deadline is PT0S; it must be above zero",
        "heddle.components.Tower.max-replicas=0 | a component's max-replicas is 0; it must be at least 1",
        "heddle.components.Tower.deadline=-1s | a component's deadline is PT-1S; it must be",
      })
  void aValueOutOfItsRangeIsRefusedWithTheRange(String property, String message) {
    application
        .withPropertyValues(property)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message));
  }

  @Test
  void aSatelliteThatBelongsToNobodyIsRefused() {
    application
        .withConfiguration(AutoConfigurations.of(HeddleReplicaAutoConfiguration.class))
        .withPropertyValues("heddle.replica.satellite=true")
        .run(
            context -> {
              AssemblyException failure = cause(context.getStartupFailure());
              assertThat(failure).hasMessageContaining("heddle.replicas.addresses names 0");
            });
  }

  @Test
  void callsAreObservedOnlyWhenThatIsSwitchedOn() {
    ApplicationContextRunner observed =
        application.withBean(ObservationRegistry.class, ObservationRegistry::create);
    observed.run(context -> assertThat(context).doesNotHaveBean(CallObserver.class));
    observed
        .withPropertyValues("heddle.observation.enabled=true")
        .run(
            context -> {
              assertThat(context).hasSingleBean(CallObserver.class);
              assertThat(context.getBean(Tower.class).strike()).startsWith("ding");
            });
  }

  @Test
  void callsAreRecordedWhereOpenTelemetryIsSetUp() {
    ApplicationContextRunner traced =
        application.withConfiguration(AutoConfigurations.of(HeddleTracingAutoConfiguration.class));
    traced.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CallTracer.class));
    traced
        .withClassLoader(new FilteredClassLoader(OpenTelemetry.class))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CallTracer.class));
    ApplicationContextRunner setUp = traced.withBean(OpenTelemetry.class, OpenTelemetry::noop);
    setUp.run(context -> assertThat(context).hasSingleBean(CallTracer.class));
    setUp
        .withPropertyValues("heddle.tracing.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(CallTracer.class));
  }

  @Test
  void localCallsAreCopiedWhenThatIsSwitchedOn() {
    application
        .withPropertyValues("heddle.copy-local-calls=true")
        .run(
            context -> {
              context.getBean(Tower.class).strike();
              assertThat(context.getBean(HeddleRuntime.class).edges().getFirst().bytes())
                  .isPositive();
            });
  }

  @Test
  void aCustomizerPutsAFakeInTheRealOnesPlace() {
    RuntimeCustomizer customizer =
        builder -> builder.implementation(Greeter.class, () -> name -> "a fake greets " + name);
    application
        .withBean(RuntimeCustomizer.class, () -> customizer)
        .run(
            context ->
                assertThat(context.getBean(Greeter.class).greet("you"))
                    .isEqualTo("a fake greets you"));
  }

  @Test
  void configurationChoosesAnImplementationAndTheOtherIsNotMade() {
    String other = "heddle.implementation.dev.heddle.core.spring.app.SpringGreeter";
    application.run(
        context -> assertThat(context.getBeanFactory().containsSingleton(other)).isTrue());
    application
        .withPropertyValues("heddle.components.greeter.implementation=loud")
        .run(
            context -> {
              assertThat(context.getBean(Greeter.class).greet("you")).isEqualTo("HELLO you");
              assertThat(context.getBeanFactory().containsSingleton(other)).isFalse();
            });
  }

  @Test
  void aBeanThatIsAnImplementationGetsItsOwnStubsGrantsAndSettings() {
    application
        .withPropertyValues(
            "heddle.components.Page.implementation=spring",
            "heddle.components.Page.settings.text=News:")
        .run(
            context -> {
              assertThat(context.getBean(Page.class).show())
                  .isEqualTo("News:no banner, opened with a page, ding");
              assertThat(context.getBean(HeddleRuntime.class).edges())
                  .anyMatch(it -> it.caller().equals("Page") && it.callee().equals("Vault"));
            });
  }

  @Test
  void aModuleOfTheUsersOwnIsPartOfTheRevision(@TempDir Path modules) throws Exception {
    Path module = Files.writeString(modules.resolve("tower.wasm"), "one");
    String property = "heddle.components.tower.sandbox.module=" + module;
    String first = revision(property);
    assertThat(revision(property)).isEqualTo(first);
    assertThat(revision("heddle.components.tower.sandbox.fuel=9")).isNotEqualTo(first);
    Files.writeString(module, "other");
    assertThat(revision(property)).isNotEqualTo(first);
  }

  private String revision(String property) {
    AtomicReference<String> revision = new AtomicReference<>("");
    application
        .withPropertyValues(property)
        .run(context -> revision.set(context.getBean(RuntimeOptions.class).revision()));
    return revision.get();
  }

  @Test
  void aModuleInThePlaceOfASpringBeanIsRefused() {
    application
        .withPropertyValues("heddle.components.greeter.sandbox.module=" + folder)
        .run(
            context ->
                assertThat(cause(context.getStartupFailure()).problems())
                    .extracting(Problem::found)
                    .anyMatch(found -> found.contains("SpringGreeter has runtime JVM"))
                    .anyMatch(
                        found ->
                            found.contains(
                                "heddle.components.Greeter.sandbox.module is " + folder)));
  }

  @Test
  void aComponentThatIsToHaveNoImplementationIsNoBean() {
    application
        .withPropertyValues("heddle.components.Greeter.implementation=none")
        .run(
            context ->
                assertThat(context.getBeanProvider(Greeter.class).getIfAvailable()).isNull());
  }

  @Test
  void beansMayBeMadeLazily() {
    application
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .run(context -> assertThat(context.getBean(Tower.class).strike()).startsWith("ding"));
  }
}
