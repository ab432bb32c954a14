package dev.heddle.scheduler.plan;

/**
 * What a process does under a plan.
 *
 * @param process its name
 * @param processors how many it uses
 * @param limit how many it is to use at most
 * @param memoryBytes what its components take
 */
public record ProcessUse(String process, double processors, double limit, long memoryBytes) {}
