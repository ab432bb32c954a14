package dev.heddle.core;

import java.util.ArrayList;
import java.util.List;

/**
 * The component calls behind one request, in the order in which they began, each as {@code
 * Component.method@revision/placement}. Holds the first {@value #LONGEST} and counts the rest. Safe
 * for use by many threads.
 */
public final class Trail {
  private static final int LONGEST = 100;

  private final List<String> calls = new ArrayList<>();
  private int left;

  /** Adds a call, made here or in another process. */
  public synchronized void add(String call) {
    if (calls.size() < LONGEST) calls.add(call);
    else left++;
  }

  /**
   * Adds a call that this process runs.
   *
   * @param placement where, and in which process, if for another one
   */
  void add(String component, String method, String revision, String placement) {
    add(component + "." + method + "@" + revision + "/" + placement);
  }

  /** Adds a call that this process makes, and runs. */
  void add(MethodCalls call, String revision) {
    add(call.callee(), call.method(), revision, call.placement().word());
  }

  /** Adds the calls that another process made for this request. */
  public synchronized void addAll(List<String> made) {
    made.forEach(this::add);
  }

  /** The calls so far; the last entry may count those left out. */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>(calls);
    if (left > 0) lines.add("+" + left);
    return lines;
  }

  /** The calls, separated by commas; a last entry {@code +N} counts those left out. */
  public synchronized String header() {
    String shown = String.join(", ", calls);
    return left == 0 ? shown : shown + ", +" + left;
  }
}
