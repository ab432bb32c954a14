package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.Runtime;
import dev.heddle.core.fixture.Vault;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

@Service
@ComponentImplementation(runtime = Runtime.JVM, primary = true)
class SpringGreeter implements Greeter {
  private final Vault vault;
  private final Environment environment;

  SpringGreeter(Vault vault, Environment environment) {
    this.vault = vault;
    this.environment = environment;
  }

  @Override
  public String greet(String name) {
    return environment.getProperty("greeting", "hello") + " " + name + ", " + vault.open("a key");
  }
}
