package dev.heddle.core.spring.app;

import dev.heddle.component.Capability;

/** A capability of the application's own. */
@Capability
public interface Bell {
  String ring();
}
