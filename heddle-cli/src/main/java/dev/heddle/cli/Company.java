package dev.heddle.cli;

/**
 * What runs beside an application.
 *
 * @param log where the output of all goes
 * @param replicas how many there are
 */
record Company(MergedLog log, int replicas, SchedulerLink scheduler) {}
