package dev.heddle.sandbox.module;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it takes to compare types. Those of different groups are the same type if their groups
 * are alike, which a runtime finds out by comparing them, and the types that they refer to, and
 * those that these refer to: with two fields of one type each, that are twice as many steps for
 * each type above another, however small the module is. Casts do so while the guest runs.
 *
 * <p>So this compares first, and each group once: by what it consists of, with types of earlier
 * groups named by the first group that is like theirs.
 */
final class AlikeTypes {
  private static final int NUMBER = 0;
  private static final int OWN = 1;
  private static final int OTHER = 2;

  private final Map<ByteBuffer, Kind> kinds = new LinkedHashMap<>();
  private final Map<Integer, Integer> groupsOfSize = new HashMap<>();
  private final List<TypeOf> types = new ArrayList<>();
  private BinaryWriter content = new BinaryWriter(64);
  private List<Kind> others = new ArrayList<>();
  private int first;
  private int count;
  private boolean complete;

  /** Groups that are alike. */
  private static final class Kind {
    final int first;
    final int count;
    final List<Kind> others;
    int groups;
    long steps;

    Kind(int first, int count, List<Kind> others) {
      this.first = first;
      this.count = count;
      this.others = others;
    }
  }

  /** The type at a position of groups that are alike. */
  private record TypeOf(Kind kind, int position) {}

  /** A group begins, of so many types. */
  void begin(int firstType, int typeCount) {
    content = new BinaryWriter(64);
    others = new ArrayList<>();
    first = firstType;
    count = typeCount;
    complete = true;
  }

  /** Something of which it consists. */
  void add(long number) {
    content.u8(NUMBER).signed(number);
  }

  /** A type to which it refers. */
  void addType(long index) {
    if (index < first) {
      TypeOf other = types.get((int) index);
      content.u8(OTHER).signed(other.kind.first + (long) other.position);
      others.add(other.kind);
    } else {
      complete &= index < first + (long) count;
      content.u8(OWN).signed(index - first);
    }
  }

  /** The group ends; whether all types are there to which it refers. */
  boolean end() {
    ByteBuffer key = ByteBuffer.wrap(content.toByteArray());
    Kind kind = kinds.computeIfAbsent(key, unknown -> new Kind(first, count, others));
    kind.groups++;
    for (int i = 0; i < count; i++) types.add(new TypeOf(kind, i));
    groupsOfSize.merge(count, 1, Integer::sum);
    return complete;
  }

  /** How many steps the longest comparison of two groups may take. */
  long longestComparison() {
    long longest = 0;
    for (Map.Entry<ByteBuffer, Kind> each : kinds.entrySet()) {
      Kind kind = each.getValue();
      kind.steps = each.getKey().limit();
      for (Kind other : kind.others) {
        if (other.groups > 1) kind.steps = Math.min(kind.steps + other.steps, Integer.MAX_VALUE);
      }
      boolean compared = groupsOfSize.getOrDefault(kind.count, 0) > 1;
      if (compared) longest = Math.max(longest, kind.steps);
    }
    return longest;
  }
}
