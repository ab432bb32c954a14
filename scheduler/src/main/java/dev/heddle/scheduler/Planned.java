package dev.heddle.scheduler;

import dev.heddle.scheduler.plan.Plan;
import java.time.Instant;

/** What the planner said, and when. */
public record Planned(Instant at, Plan plan) {

  /** What is to be moved, and what cannot be had, in words for a person. */
  public String summary() {
    StringBuilder words = new StringBuilder();
    plan.moves().forEach(each -> add(words, each.component() + " goes " + each.to().words()));
    plan.unmet().forEach(each -> add(words, each.words()));
    return words.isEmpty() ? "Everything is where it costs least" : words.toString();
  }

  private static void add(StringBuilder words, String next) {
    if (!words.isEmpty()) words.append("; ");
    words.append(next);
  }
}
