package dev.heddle.scheduler.plan;

/** A component that goes from one placement to another. */
public record Move(String component, Placement from, Placement to) {}
