package dev.heddle.placements;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.core.RuntimeOptions;
import java.util.Optional;

class SandboxedConformanceTest extends PlacementConformance {
  @Override
  public HeddleRuntime application(RuntimeOptions options) {
    return Applications.start(
        options.withPlacement(Placement.SANDBOXED), journal(), Optional.empty());
  }

  @Override
  public String placement() {
    return "sandboxed";
  }
}
