package dev.heddle.scheduler.plan;

/**
 * Something that was asked for and cannot be had.
 *
 * @param kind what was asked for
 * @param subject the component, or the process
 * @param other the other component that it is about, or nothing
 * @param words what was asked, what stands against it, and what became of it
 */
public record Unmet(Kind kind, String subject, String other, String words) {
  /** What can be asked for. */
  public enum Kind {
    /** A process that has a label. */
    RESIDENCY,
    /** The sandbox. */
    SANDBOX,
    /** A place that somebody asked for. */
    PIN,
    /** The processes of another component. */
    TOGETHER,
    /** No process of another component. */
    APART,
    /** Memory enough in a process. */
    MEMORY,
    /** Processors enough in a process. */
    PROCESSORS
  }
}
