package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.EventOrigin;
import dev.heddle.component.Runtime;
import dev.heddle.component.capability.EventPublisher;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An ordinary Spring bean that publishes. */
@ComponentImplementation(runtime = Runtime.JVM)
class SpringBelfry implements Belfry {
  private final Bell bell;
  private final EventPublisher<Struck> struck;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  SpringBelfry(Bell bell, EventPublisher<Struck> struck) {
    this.bell = bell;
    this.struck = struck;
  }

  @Override
  public void strike(int hour) {
    String unused = bell.ring();
    struck.publish(new Struck(hour));
  }

  @Override
  public void hear(Struck event, EventOrigin origin) {
    heard.add(event.hour() + " " + origin.producer());
  }

  @Override
  public List<String> heard() {
    return heard;
  }
}
