package dev.heddle.cli.schema;

import dev.heddle.cli.schema.Judgement.Verdict;
import dev.heddle.cli.schema.Shape.Container;
import java.util.function.BiFunction;

/** Judges the type of a field that stays where it is. */
final class TypeChange {
  private final BiFunction<String, String, Judgement> elements;

  /** Judges containers; {@code elements} judges what they hold. */
  TypeChange(BiFunction<String, String, Judgement> elements) {
    this.elements = elements;
  }

  Judgement judge(Shape before, Shape after) {
    Judgement inside = elements.apply(before.element(), after.element());
    if (before.container() == Container.MAP && after.container() == Container.MAP) {
      return inside.or(elements.apply(before.key(), after.key()));
    }
    if (before.container() == Container.MAP || after.container() == Container.MAP) {
      return Judgement.both(
          Verdict.breaking(
              "a map is written as entries of key and value: it is refused or misread"));
    }
    return inside.or(containers(before, after));
  }

  private static Judgement containers(Shape before, Shape after) {
    if (before.container() == after.container()) return Judgement.SAME;
    if (before.many() && after.many()) return distinct(before.container() == Container.LIST);
    if (after.many()) return toMany(before);
    if (before.many()) return toMany(after).reversed();
    return after.container() == Container.OPTIONAL
        ? toOptional(before.element())
        : toOptional(after.element()).reversed();
  }

  private static Judgement distinct(boolean toSet) {
    Judgement judgement =
        new Judgement(Verdict.warning("of equal elements one is left"), Judgement.FINE);
    return toSet ? judgement : judgement.reversed();
  }

  private static Judgement toMany(Shape one) {
    Verdict forward =
        one.required()
            ? Verdict.note("it is read as the only element")
            : Verdict.warning(
                "it is read as the only element, and " + one.absent() + " as no element");
    return new Judgement(
        forward,
        Verdict.breaking("of several elements the last is read, or the message is refused"));
  }

  private static Judgement toOptional(String element) {
    if (Shape.zeroable(element)) {
      String zero = new Shape(Container.NONE, "", element).absent();
      return new Judgement(
          Verdict.warning(zero + " is not written, and so is read as empty"),
          Verdict.warning("empty is read as " + zero));
    }
    return new Judgement(Judgement.FINE, Verdict.breaking("an empty one is refused"));
  }
}
