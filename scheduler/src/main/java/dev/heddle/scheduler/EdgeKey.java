package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.control.Reading.EdgeReading;

/** Which calls a reading counts. */
record EdgeKey(String caller, String callee, String method, Placement placement) {
  static EdgeKey of(EdgeReading edge) {
    return new EdgeKey(edge.caller(), edge.callee(), edge.method(), edge.placement());
  }
}
