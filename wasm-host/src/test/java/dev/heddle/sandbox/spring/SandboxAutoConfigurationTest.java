package dev.heddle.sandbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.sandbox.WasmSandbox;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxAutoConfigurationTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(SandboxAutoConfiguration.class));

  @Test
  void givesAnApplicationItsSandbox() {
    application.run(context -> assertThat(context).hasSingleBean(WasmSandbox.class));
  }

  @Test
  void leavesOneOfTheApplicationsOwn() {
    Sandbox own =
        (Sandbox)
            Proxy.newProxyInstance(
                Sandbox.class.getClassLoader(), new Class<?>[] {Sandbox.class}, (_, _, _) -> null);
    application
        .withBean(Sandbox.class, () -> own)
        .run(context -> assertThat(context).doesNotHaveBean(WasmSandbox.class));
  }
}
