package dev.heddle.core;

import java.time.Instant;
import java.util.List;

/**
 * What one process did for a request that was chosen to be shown: which calls it made, and how long
 * they took. Immutable.
 *
 * @param traceId of the request: 32 hexadecimal digits
 * @param served number of the call that the process served for another one; 0 where the request
 *     entered
 * @param name what was asked for, at most {@value #LONGEST_NAME} characters; empty of a served call
 * @param begun when, by this process's clock
 * @param nanos how long it took
 * @param failed whether it ended with an error
 * @param calls the first {@value #MOST_CALLS}, in the order in which they began
 */
public record RequestSample(
    String traceId,
    long served,
    String name,
    Instant begun,
    long nanos,
    boolean failed,
    List<Call> calls) {
  /** How many calls it holds at most. */
  public static final int MOST_CALLS = 100;

  /** How long a name is at most. */
  public static final int LONGEST_NAME = 200;

  /** Copies the list, and cuts what is too long. */
  public RequestSample {
    name = shortened(name);
    calls = List.copyOf(calls.size() > MOST_CALLS ? calls.subList(0, MOST_CALLS) : calls);
  }

  /**
   * One call.
   *
   * @param id a number that no other call has, above 0
   * @param parent the call that made this one; 0 when the request itself or the served call did
   * @param caller the calling component, or the edge of the application
   * @param callee the called component
   * @param placement where the call went
   * @param replica which process was asked, when that was another; of several the last
   * @param beginNanos after the begin of the request, or of the served call
   * @param nanos how long it took
   * @param failed whether it ended in an exception
   */
  public record Call(
      long id,
      long parent,
      String caller,
      String callee,
      String method,
      Placement placement,
      String replica,
      long beginNanos,
      long nanos,
      boolean failed) {

    /** Cuts what is too long. */
    public Call {
      caller = shortened(caller);
      callee = shortened(callee);
      method = shortened(method);
      replica = shortened(replica);
    }
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
