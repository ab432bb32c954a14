package dev.heddle.core.spring.app;

import dev.heddle.component.Event;

/** The bell struck. */
@Event
public record Struck(int hour) {}
