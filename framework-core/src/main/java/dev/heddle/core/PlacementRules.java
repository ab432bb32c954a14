package dev.heddle.core;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What configuration asks of the processes that run a component, for whoever decides where that is.
 * Immutable.
 *
 * @param togetherWith names of components that are to be in the same processes
 * @param apartFrom names of components that are to be in no process with it
 * @param onlyIn names or labels of the processes that it may be in; none for any
 * @param memoryBytes what it takes in each process that holds it; 0 where nobody says
 */
public record PlacementRules(
    Set<String> togetherWith, Set<String> apartFrom, Set<String> onlyIn, long memoryBytes) {
  /** The label that the application's process has, whatever it is called. */
  public static final String APPLICATION = "application";

  /** Nothing is asked. */
  public static final PlacementRules NONE = new PlacementRules(Set.of(), Set.of(), Set.of(), 0);

  /** Copies the sets, in order, as documents show them. */
  public PlacementRules {
    togetherWith = sorted(togetherWith);
    apartFrom = sorted(apartFrom);
    onlyIn = sorted(onlyIn);
    if (memoryBytes < 0) throw new IllegalArgumentException(memoryBytes + " bytes of memory");
  }

  private static Set<String> sorted(Set<String> names) {
    return Collections.unmodifiableSet(new TreeSet<>(names));
  }

  /** Whether it never leaves the application's process. */
  public boolean staysHome() {
    return onlyIn.equals(Set.of(APPLICATION));
  }

  /** Whether there are processes that are not to run it though they could. */
  public boolean excludes() {
    return !onlyIn.isEmpty() || !apartFrom.isEmpty();
  }
}
