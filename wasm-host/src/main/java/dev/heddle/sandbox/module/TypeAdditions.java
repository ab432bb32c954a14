package dev.heddle.sandbox.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Function types that the rewriter adds behind a module's own.
 *
 * <p>The runtime takes the type of a block that names one of the types 64 to 127 for a value type,
 * so those are named by copies of a higher index.
 */
final class TypeAdditions {
  private static final int MISREAD_FROM = 64;
  private static final int MISREAD_TO = 128;
  private static final DefinedType.Function NOTHING =
      new DefinedType.Function(List.of(), List.of());

  private final int existing;
  private final List<DefinedType.Function> added = new ArrayList<>();
  private final Map<DefinedType.Function, Integer> forBlocks = new HashMap<>();

  TypeAdditions(int existing) {
    this.existing = existing;
  }

  List<DefinedType.Function> added() {
    return added;
  }

  /** The index of a new function type. */
  int add(DefinedType.Function type) {
    added.add(type);
    return existing + added.size() - 1;
  }

  static boolean isMisread(long blockType) {
    return blockType >= MISREAD_FROM && blockType < MISREAD_TO;
  }

  /** An index at which a block can name the type. */
  int forBlock(DefinedType.Function type) {
    return forBlocks.computeIfAbsent(type, this::addReadable);
  }

  private int addReadable(DefinedType.Function type) {
    while (isMisread(existing + added.size())) add(NOTHING);
    return add(type);
  }
}
