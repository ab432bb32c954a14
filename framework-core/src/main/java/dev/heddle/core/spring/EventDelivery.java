package dev.heddle.core.spring;

import dev.heddle.core.ApplicationEvents;
import dev.heddle.core.HeddleRuntime;
import org.springframework.context.SmartLifecycle;

/** Ends the deliveries before the beans that they use go, and after the web server has stopped. */
final class EventDelivery implements SmartLifecycle {
  private final HeddleRuntime runtime;
  private volatile boolean running;

  EventDelivery(HeddleRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void start() {
    // Deliveries begin with the runtime itself.
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    runtime.events().ifPresent(ApplicationEvents::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }
}
