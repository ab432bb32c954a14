package dev.heddle.scheduler.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the scheduler knows at one moment: the document that the dashboard shows, and that {@code
 * GET /api/state} answers. Immutable. Lists are sorted by name unless they say otherwise; rates are
 * those of the last seconds; a processor share of 1 is one processor, all the time.
 *
 * @param application its name
 * @param revision its revision
 * @param web where the application is open to browsers, empty while nobody knows
 * @param epoch number of the placement table in force
 * @param at when this was so
 * @param edges sorted by caller, then by callee
 * @param moves newest first, at most 200
 * @param plan what the planner last said, empty before
 * @param traces of sampled requests, newest first, at most 50
 */
public record State(
    String application,
    String revision,
    String web,
    long epoch,
    Instant at,
    List<Process> processes,
    List<Component> components,
    List<Edge> edges,
    List<Move> moves,
    Optional<Plan> plan,
    List<Trace> traces) {

  /** Copies the lists. */
  public State {
    processes = List.copyOf(processes);
    components = List.copyOf(components);
    edges = List.copyOf(edges);
    moves = List.copyOf(moves);
    traces = List.copyOf(traces);
  }

  /**
   * A process of the application.
   *
   * @param address where calls from other processes reach it, empty when they cannot
   * @param processors how many it may use
   * @param processorShare how much of one processor it used
   * @param residentBytes the memory that it holds
   * @param memoryBytes what all components that are placed in it may take; 0 where nobody says
   * @param labels what it can be chosen by, beside its name, sorted
   * @param components names of those that it runs now, sorted
   */
  public record Process(
      String name,
      ProcessKind kind,
      long pid,
      String address,
      ProcessState state,
      double processors,
      double processorShare,
      long residentBytes,
      long memoryBytes,
      List<String> labels,
      double uptimeSeconds,
      List<String> components) {

    /** Copies the lists. */
    public Process {
      labels = List.copyOf(labels);
      components = List.copyOf(components);
    }
  }

  /** What a process is there for. */
  public enum ProcessKind {
    /** The one with the web front. */
    APPLICATION,
    /** Hosts components for callers elsewhere. */
    REPLICA;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /** How a process is. */
  public enum ProcessState {
    /** Not yet to be called. */
    STARTING,
    /** Serves. */
    READY,
    /** Ends what it has begun. */
    DRAINING,
    /** Gone, or not heard of. */
    LOST;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /**
   * A component: where calls to it go, and what they cost.
   *
   * @param replicas names of the processes that run it for others, sorted; empty when placed {@code
   *     remote}: any
   * @param reason why it is placed so, in words
   * @param pinned whether configuration or a person, not the planner, has placed it
   * @param offered placements that it can have
   * @param moving the move that is under way, empty when there is none
   * @param p50Micros latency of half of the calls at most
   * @param processorShare how much of one processor it used, in all processes
   */
  public record Component(
      String name,
      Runtime runtime,
      Placement placement,
      List<String> replicas,
      String reason,
      boolean pinned,
      List<Placement> offered,
      Optional<Moving> moving,
      double callsPerSecond,
      double errorsPerSecond,
      double p50Micros,
      double p99Micros,
      double processorShare) {

    /** Copies the lists. */
    public Component {
      replicas = List.copyOf(replicas);
      offered = List.copyOf(offered);
    }
  }

  /** What an implementation is made for. */
  public enum Runtime {
    /** Can be sandboxed. */
    WASM,
    /** Runs unsandboxed. */
    JVM;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /** Where calls to a component go. */
  public enum Placement {
    /** To an object in the caller's process. */
    LOCAL,
    /** To a sandbox in the caller's process. */
    SANDBOXED,
    /** To another process. */
    REMOTE;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /** A move that is under way. */
  public record Moving(Placement to, Move.Step step) {}

  /**
   * Who calls whom, and at what cost.
   *
   * @param caller a component's name, or another word in brackets: {@code (application)}
   * @param callee a component's name
   * @param bytesPerSecond of arguments and results that left the process or entered a sandbox
   * @param elementsPerSecond values that passed through streams
   * @param remoteShare how many of the calls went to another process, from 0 to 1
   * @param methods sorted by name
   */
  public record Edge(
      String caller,
      String callee,
      double callsPerSecond,
      double errorsPerSecond,
      double bytesPerSecond,
      double elementsPerSecond,
      double p50Micros,
      double p99Micros,
      double remoteShare,
      List<Method> methods) {

    /** Copies the list. */
    public Edge {
      methods = List.copyOf(methods);
    }
  }

  /**
   * An edge's part that is one method's.
   *
   * @param placements what all processes have counted, those that have ended too, by where calls
   *     went
   */
  public record Method(
      String method,
      double callsPerSecond,
      double errorsPerSecond,
      double p50Micros,
      double p99Micros,
      double remoteShare,
      List<At> placements) {

    /** Copies the list. */
    public Method {
      placements = List.copyOf(placements);
    }
  }

  /**
   * Those of a method's calls that went to one place.
   *
   * @param bytes of arguments and results that left the process or entered a sandbox
   * @param elements values that passed through the calls' streams, in either direction
   * @param timed how many of the calls were timed
   * @param timedNanos how long those took together
   */
  public record At(
      Placement placement,
      long calls,
      long errors,
      long bytes,
      long elements,
      long timed,
      long timedNanos) {}

  /**
   * What the planner last said.
   *
   * @param at when it did
   * @param costBefore of the placements that it found, in processors
   * @param costAfter of those that it wants
   * @param summary what it wants, in words
   */
  public record Plan(Instant at, double costBefore, double costAfter, String summary) {}
}
