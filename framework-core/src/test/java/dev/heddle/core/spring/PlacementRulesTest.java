package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.AssemblyException;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.Status;
import dev.heddle.core.spring.app.Bell;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is configured for the processes that run a component. */
class PlacementRulesTest {
  @TempDir Path folder;

  private ApplicationContextRunner application(String... properties) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(HeddleAutoConfiguration.class))
        .withPropertyValues("heddle.data-directory=" + folder)
        .withPropertyValues(properties)
        .withBean(Bell.class, () -> () -> "ding");
  }

  @Test
  void standInTheStatusWithNamesAsTheyAreDeclared() {
    application(
            "heddle.components.tower.together-with=greeter",
            "heddle.components.tower.apart-from=PAGE,Vault",
            "heddle.components.tower.only-in=eu,application",
            "heddle.components.tower.memory=32MB")
        .run(
            context ->
                assertThat(context.getBean(HeddleRuntime.class).status().components())
                    .filteredOn(each -> each.name().equals("Tower"))
                    .extracting(Status.Component::rules)
                    .containsExactly(
                        new PlacementRules(
                            Set.of("Greeter"),
                            Set.of("Page", "Vault"),
                            Set.of("application", "eu"),
                            32 << 20)));
  }

  @Test
  void areRefusedAllAtOnce() {
    application(
            "heddle.components.Tower.together-with=Greter",
            "heddle.components.Page.placement=remote",
            "heddle.components.Page.only-in=application")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .isInstanceOf(AssemblyException.class)
                    .hasMessageContaining("Tower.together-with names Greter, which is none")
                    .hasMessageContaining("Did you mean Greeter?")
                    .hasMessageContaining(
                        "heddle.components.Page.only-in keeps it in the application's process"));
  }

  @Test
  void haveNoMemoryOfNothing() {
    application("heddle.components.Tower.memory=0B")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("memory is 0B; it must be 1B or more"));
  }
}
