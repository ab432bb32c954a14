package dev.heddle.core;

import java.util.Optional;

/**
 * Records calls as spans of the traces that are sampled. Asked for those calls only that are made
 * for a sampled request; the others do not even make a span. Safe for use by many threads.
 */
public interface CallTracer {

  /** The trace that this thread works in now, with the span in which it does as the parent. */
  Optional<TraceContext> current();

  /** Begins the span of a call. */
  CallSpan begin(TracedCall call);
}
