package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.AssemblyException;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventBounds;
import dev.heddle.core.events.EventOutbox;
import dev.heddle.core.spring.app.Belfry;
import dev.heddle.core.spring.app.Bell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class EventBackendSelectionTest {
  @TempDir static Path folder;

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(HeddleAutoConfiguration.class))
          .withPropertyValues("heddle.data-directory=" + folder)
          .withBean(Bell.class, () -> () -> "ding");

  private static void strikeAndHear(ApplicationContext context) throws InterruptedException {
    Belfry belfry = context.getBean(Belfry.class);
    belfry.strike(12);
    assertThat(
            context
                .getBean(HeddleRuntime.class)
                .events()
                .orElseThrow()
                .awaitDelivered(Duration.ofSeconds(60)))
        .isTrue();
    assertThat(belfry.heard()).containsExactly("12 Belfry");
  }

  @Test
  void aSpringBeanPublishesInTheNameOfItsComponent() {
    application.run(
        context -> {
          strikeAndHear(context);
          assertThat(Files.exists(folder.resolve("events.mv"))).isTrue();
        });
  }

  @Test
  void refusesABackendThatIsNotThere() {
    application
        .withPropertyValues("heddle.events.backend=nats")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .isInstanceOf(AssemblyException.class)
                    .hasMessageContaining("events are kept by a backend: there is none for"));
  }

  @Test
  void anotherBackendIsABean() {
    application
        .withPropertyValues("heddle.events.backend=nats")
        .withBean(
            EventBackend.Factory.class,
            () -> subscriptions -> EventOutbox.inMemory(subscriptions, EventBounds.DEFAULT))
        .run(EventBackendSelectionTest::strikeAndHear);
  }
}
