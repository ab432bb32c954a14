package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation(name = "loud")
final class LoudGreeter implements Greeter {

  @Override
  public String greet(String name) {
    return "HELLO " + name;
  }
}
