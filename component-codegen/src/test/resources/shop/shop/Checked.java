package shop;

import dev.heddle.component.Event;
import dev.heddle.component.RoutingKey;

@Event
public record Checked(String what, @RoutingKey long count) {}
