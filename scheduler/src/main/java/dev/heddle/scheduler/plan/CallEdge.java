package dev.heddle.scheduler.plan;

/**
 * The calls of one component to another.
 *
 * @param caller who calls; whoever is no component is part of the application's process
 * @param callee name of the called component
 * @param callsPerSecond from 0
 * @param bytesPerCall of request and response together; 0 where they were never encoded
 */
public record CallEdge(String caller, String callee, double callsPerSecond, double bytesPerCall) {}
