package dev.heddle.placements;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RuntimeOptions;
import java.util.Optional;

class CopyConformanceTest extends PlacementConformance {
  @Override
  public HeddleRuntime application(RuntimeOptions options) {
    return Applications.start(options.withCopyLocalCalls(true), journal(), Optional.empty());
  }

  @Override
  public String placement() {
    return "local";
  }
}
