package dev.heddle.scheduler;

import dev.heddle.core.control.Membership;
import dev.heddle.core.control.Reading;
import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.scheduler.plan.LoadEstimate;
import java.util.List;

/**
 * What is known of a process. Immutable.
 *
 * @param reading its last; its edges are those that had changed
 * @param processorShare how much of one processor it used lately
 * @param totals what was counted since the process started
 * @param rates what goes along its edges lately; none before its second reading
 * @param load the same, as the planner sees it
 */
public record ProcessView(
    Membership membership,
    Reading reading,
    double processorShare,
    List<EdgeReading> totals,
    List<EdgeRate> rates,
    LoadEstimate load) {
  /** Copies the lists. */
  public ProcessView {
    totals = List.copyOf(totals);
    rates = List.copyOf(rates);
  }
}
