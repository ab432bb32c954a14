package dev.heddle.sandbox.module;

import static java.util.Objects.requireNonNull;

import dev.heddle.sandbox.module.ModuleShape.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds locals that tell how many turns a loop has made, so that nobody need count them: they grow
 * or shrink by a constant in each turn, and change nowhere else in the loop.
 */
final class LoopIndexes {
  private static final long MOST_STEP = 1 << 10;

  /**
   * A local that changes in each turn of a loop.
   *
   * @param local its index
   * @param step by how much; not 0
   * @param turn what a turn costs at most, but for what throws and for longer pieces of code
   */
  record Index(int local, int step, long turn) {}

  /** A block that has begun, and what has changed in it for certain, in the branch that is read. */
  private static final class Open {
    final Instruction begin;
    final int part;
    final Set<Integer> changed = new HashSet<>();
    // What follows is of loops.
    final Map<Integer, Integer> steps = new HashMap<>();
    final Set<Integer> otherwise = new HashSet<>();
    boolean plain;
    @Nullable Set<Integer> changedInEachTurn;

    Open(Instruction begin, int part, boolean plain) {
      this.begin = begin;
      this.part = part;
      this.plain = plain;
    }

    boolean loop() {
      return begin.opcode() == Opcode.LOOP;
    }
  }

  private final FunctionCosts costs;
  private final List<Open> open = new ArrayList<>();
  private final Map<Integer, Index> found = new HashMap<>();
  private final List<Instruction> last = new ArrayList<>();
  private int part;

  private LoopIndexes(FunctionCosts costs) {
    this.costs = costs;
  }

  /**
   * Those of a function's quiet loops that have no loops in them, and not many pieces of code that
   * may be jumped over; by where they begin.
   */
  static Map<Integer, Index> of(ModuleShape module, Body body, FunctionCosts costs) {
    if (costs.quietLoops().isEmpty()) return Map.of();
    LoopIndexes indexes = new LoopIndexes(costs);
    BinaryReader in = new BinaryReader(module.bytes(), body.code().from(), body.code().to());
    while (in.hasRemaining()) indexes.instruction(Instruction.read(in));
    return indexes.found;
  }

  private void instruction(Instruction instruction) {
    int opcode = instruction.opcode();
    branches(instruction);
    if (opcode == Opcode.LOCAL_SET || opcode == Opcode.LOCAL_TEE) assigned(instruction.index());
    if (Opcode.opensBlock(opcode)) {
      open(instruction);
    } else if (opcode == Opcode.ELSE) {
      open.getLast().changed.clear();
    } else if (opcode == Opcode.END && !open.isEmpty()) {
      Open ended = open.removeLast();
      if (ended.loop()) end(ended);
    }
    if (FunctionCosts.beginsPart(opcode)) {
      part++;
      last.clear();
    } else {
      last.add(instruction);
      if (last.size() > 3) last.removeFirst();
    }
  }

  private void open(Instruction instruction) {
    boolean loop = instruction.opcode() == Opcode.LOOP;
    // The part in which a loop begins is that behind the instruction.
    if (loop) open.forEach(each -> each.plain = false);
    boolean plain = loop && costs.quietLoops().contains(instruction.offset());
    open.add(new Open(instruction, part + 1, plain));
  }

  private void assigned(int local) {
    for (int i = open.size() - 1; i >= 0; i--) {
      Open loop = open.get(i);
      if (!loop.loop()) continue;
      int step = step(local);
      if (step == 0 || loop.steps.put(local, step) != null) loop.otherwise.add(local);
      open.getLast().changed.add(local);
      return;
    }
  }

  /** By how much a local changes by the assignment that follows; 0 if it may do anything else. */
  private int step(int local) {
    if (last.size() < 3) return 0;
    Instruction read = last.get(0);
    Instruction number = last.get(1);
    if (read.opcode() != Opcode.LOCAL_GET || read.index() != local) return 0;
    if (number.opcode() != Opcode.I32_CONST) return 0;
    long step = number.immediates()[0];
    if (Math.abs(step) > MOST_STEP) return 0;
    return switch (last.get(2).opcode()) {
      case Opcode.I32_ADD -> (int) step;
      case Opcode.I32_SUB -> (int) -step;
      default -> 0;
    };
  }

  private void branches(Instruction instruction) {
    for (int label : instruction.labels()) {
      int target = open.size() - 1 - label;
      if (target < 0 || !open.get(target).loop()) continue;
      Set<Integer> changed = new HashSet<>();
      open.subList(target, open.size()).forEach(each -> changed.addAll(each.changed));
      Open loop = open.get(target);
      if (loop.changedInEachTurn == null) loop.changedInEachTurn = changed;
      else loop.changedInEachTurn.retainAll(changed);
    }
  }

  private void end(Open loop) {
    Set<Integer> changed = loop.changedInEachTurn;
    if (!loop.plain || changed == null) return;
    long first = costs.parts().get(loop.part);
    long more = 0;
    for (int i = loop.part + 1; i <= part; i++) {
      long fuel = costs.parts().get(i);
      boolean turn = fuel <= FunctionCosts.IN_ADVANCE && !costs.throwingParts().contains(i);
      if (turn) more += fuel;
    }
    if (more > FunctionCosts.IN_ADVANCE || first > Meter.MOST_COUNTED) return;
    long turn = Math.max(1, first + more);
    changed.removeAll(loop.otherwise);
    changed.stream()
        .min(Integer::compare)
        .ifPresent(
            local -> {
              int step = requireNonNull(loop.steps.get(local));
              found.put(loop.begin.offset(), new Index(local, step, turn));
            });
  }
}
