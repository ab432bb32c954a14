package dev.heddle.core.remote;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often a process did not take in what others asked of it, by reason. Safe for use by many
 * threads.
 */
public final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final Map<Refusal, LongAdder> counted =
      Arrays.stream(Refusal.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), why -> new LongAdder()));

  /** None so far. */
  public Refusals() {}

  /**
   * Counts one. The first of each kind of caller is told in the log: whoever is refused asks again
   * and again, and there are processes without meters.
   *
   * @param words what is wrong, for a person
   */
  public void count(Refusal why, String words) {
    LongAdder count = of(why);
    boolean told = why.of() == Refusal.Of.CALLER && count.sum() == 0;
    count.increment();
    if (told) tell(words);
  }

  private static void tell(String words) {
    // They are the caller's, in part.
    String line = words.replaceAll("\\p{Cntrl}", " ");
    LOG.warn("refuses a caller, and will refuse others of its kind: {}", line);
  }

  /** How many there were. */
  public long counted(Refusal why) {
    return of(why).sum();
  }

  private LongAdder of(Refusal why) {
    return Objects.requireNonNull(counted.get(why), "there is one for each");
  }
}
