package dev.heddle.core.sandbox;

import java.util.Map;

/**
 * What was seen of a component inside a sandbox since it was opened.
 *
 * @param instances how many there are now
 * @param calls how many calls began
 * @param discarded instances that were thrown away, by reason; every reason there is, so that one
 *     who watches them knows them from the beginning
 * @param fuel fuel spent
 * @param allocatedBytes bytes allocated
 */
public record SandboxFigures(
    int instances, long calls, Map<String, Long> discarded, long fuel, long allocatedBytes) {

  /** Copies the map. */
  public SandboxFigures {
    discarded = Map.copyOf(discarded);
  }
}
