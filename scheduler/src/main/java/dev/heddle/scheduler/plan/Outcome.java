package dev.heddle.scheduler.plan;

import java.util.Set;

/**
 * What was decided, before it is put into words.
 *
 * @param before the plan in force, mended as little as possible
 * @param chosen the plan
 * @param incumbent what is known of the plan in force
 * @param idle numbers of groups that went home since nobody calls them
 * @param missed processors that the best other plan would have saved, had that been enough
 * @param evaluations how many placements were looked at
 */
record Outcome(
    Problem problem,
    Assignment before,
    Assignment chosen,
    Incumbent incumbent,
    Set<Integer> idle,
    double missed,
    long evaluations) {}
