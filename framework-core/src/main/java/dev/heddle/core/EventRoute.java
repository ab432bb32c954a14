package dev.heddle.core;

import dev.heddle.component.EventOrigin;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Subscription;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.events.EventMessage;

/** The way of an event to one subscription: an ordinary call of a component. */
record EventRoute<C, E>(ComponentDescriptor<C> component, Subscription<C, E> subscription) {
  /** Name under which deliveries appear as a caller. */
  static final String CALLER = "events";

  String name() {
    return component.name() + "." + subscription.method().name();
  }

  void deliver(HeddleRuntime runtime, EventMessage message, int attempt) throws Exception {
    subscription
        .handler()
        .handle(
            runtime.component(CALLER, component.type()),
            read(message, runtime.options().limits()),
            new EventOrigin(
                message.id(),
                message.producer(),
                message.revision(),
                message.publishedAt(),
                attempt));
  }

  private E read(EventMessage message, WireLimits limits) {
    return subscription.event().read(new ProtoReader(message.payload(), limits));
  }
}
