package dev.heddle.cli.schema;

import dev.heddle.cli.schema.Schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one list of numbered fields became another. Fields are the same if their names are; one that
 * has another's number and type in its stead was renamed.
 */
record FieldDifference(
    List<Pair> kept, List<Pair> moved, List<Pair> renamed, List<Field> removed, List<Field> added) {
  record Pair(Field before, Field after) {}

  static FieldDifference of(List<Field> before, List<Field> after) {
    Map<String, Field> names = byName(after);
    FieldDifference difference =
        new FieldDifference(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(after));
    List<Field> gone = new ArrayList<>();
    for (Field field : before) {
      Optional<Field> same = Optional.ofNullable(names.get(field.name()));
      same.ifPresentOrElse(now -> difference.pair(new Pair(field, now)), () -> gone.add(field));
    }
    gone.forEach(difference::renamedOrRemoved);
    return difference;
  }

  private void pair(Pair pair) {
    kept.add(pair);
    added.remove(pair.after());
    if (pair.before().number() != pair.after().number()) moved.add(pair);
  }

  private void renamedOrRemoved(Field field) {
    Optional<Field> successor =
        added.stream().filter(other -> other.number() == field.number()).findFirst();
    boolean sameType =
        successor.filter(other -> other.typeText().equals(field.typeText())).isPresent();
    // Where others moved, one name in another's place is more likely a new field.
    if (successor.isEmpty() || !sameType || !moved.isEmpty()) {
      removed.add(field);
      return;
    }
    added.remove(successor.get());
    renamed.add(new Pair(field, successor.get()));
  }

  private static Map<String, Field> byName(List<Field> fields) {
    Map<String, Field> byName = new LinkedHashMap<>();
    fields.forEach(field -> byName.put(field.name(), field));
    return byName;
  }
}
