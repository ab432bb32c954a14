package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.EventOrigin;
import dev.heddle.component.Subscribe;
import java.util.List;

/** Strikes the hours and hears itself. */
@ComponentInterface
public interface Belfry {

  /** Publishes {@link Struck}. */
  void strike(int hour);

  /** Is told of it. */
  @Subscribe
  void hear(Struck struck, EventOrigin origin);

  /** What was heard: the hour and the producer. */
  List<String> heard();
}
