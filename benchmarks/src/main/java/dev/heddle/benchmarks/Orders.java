package dev.heddle.benchmarks;

import dev.heddle.component.ComponentInterface;

/** The component whose calls are measured. */
@ComponentInterface
public interface Orders {

  /** A call that does next to nothing, so that only the way to it is measured. */
  long add(long one, long other);

  /** A call whose argument is worth encoding. */
  long place(Order order);
}
