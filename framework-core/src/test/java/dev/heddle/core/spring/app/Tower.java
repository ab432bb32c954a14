package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentInterface;

/** A component with every sort of grant. */
@ComponentInterface
public interface Tower {
  String strike();
}
