package dev.heddle.cli.schema;

import dev.heddle.cli.schema.Judgement.Verdict;
import java.util.Map;
import java.util.Set;

/** Judges one leaf type that took another's place. */
final class LeafChange {
  private record Range(long least, long most) {
    boolean contains(Range other) {
      return least <= other.least && other.most <= most;
    }
  }

  private static final Map<String, Range> NUMBERS =
      Map.of(
          "byte", new Range(Byte.MIN_VALUE, Byte.MAX_VALUE),
          "short", new Range(Short.MIN_VALUE, Short.MAX_VALUE),
          "char", new Range(Character.MIN_VALUE, Character.MAX_VALUE),
          "int", new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
          "long", new Range(Long.MIN_VALUE, Long.MAX_VALUE));

  /** They travel as text, of which not every one is such a value. */
  private static final Set<String> TEXTS =
      Set.of(
          "decimal", "integer", "uuid", "uri", "local_date", "local_date_time", "zoned_date_time");

  private LeafChange() {}

  static Judgement judge(String before, String after) {
    if (before.equals(after)) return Judgement.SAME;
    if (NUMBERS.containsKey(before) && NUMBERS.containsKey(after)) return numbers(before, after);
    if (wider(before, after)) {
      return new Judgement(Judgement.FINE, Verdict.warning(refusal(before)));
    }
    if (wider(after, before)) {
      return new Judgement(Verdict.breaking(refusal(after)), Judgement.FINE);
    }
    return Judgement.both(
        Verdict.breaking(
            "a "
                + before
                + " and a "
                + after
                + " are written in different ways: it is refused or"
                + " misread"));
  }

  private static Judgement numbers(String before, String after) {
    Range old = java.util.Objects.requireNonNull(NUMBERS.get(before));
    Range now = java.util.Objects.requireNonNull(NUMBERS.get(after));
    Verdict forward =
        now.contains(old)
            ? Judgement.FINE
            : Verdict.breaking("a number that is no " + after + " is refused");
    Verdict backward =
        old.contains(now)
            ? Judgement.FINE
            : Verdict.warning("a number that is no " + before + " is refused");
    return new Judgement(forward, backward);
  }

  /** Whether the bytes of every value of the one are bytes of a value of the other. */
  private static boolean wider(String narrow, String wide) {
    return switch (wide) {
      case "bytes" -> narrow.equals("string") || TEXTS.contains(narrow);
      case "string" -> TEXTS.contains(narrow);
      case "decimal" -> narrow.equals("integer");
      default -> false;
    };
  }

  private static String refusal(String narrow) {
    return narrow.equals("string")
        ? "bytes that are no UTF-8 are refused"
        : "text that is no " + narrow + " is refused";
  }
}
