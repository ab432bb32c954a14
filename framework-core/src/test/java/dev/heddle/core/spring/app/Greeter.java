package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentInterface;

/** A component that is a Spring bean. */
@ComponentInterface
public interface Greeter {
  String greet(String name);
}
