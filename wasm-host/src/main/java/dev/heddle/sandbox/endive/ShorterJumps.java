package dev.heddle.sandbox.endive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Takes away what nothing reaches, and jumps over jumps: all of it counts in what the JVM finds too
 * big for one piece.
 */
final class ShorterJumps {
  private static final List<String> DEAD = List.of("java/lang/Throwable");

  private final InsnList code;
  private final Set<LabelNode> targets = new HashSet<>();

  private ShorterJumps(MethodNode method) {
    code = method.instructions;
    for (AbstractInsnNode node : code) {
      switch (node) {
        case JumpInsnNode jump -> targets.add(jump.label);
        case TableSwitchInsnNode table -> {
          targets.add(table.dflt);
          targets.addAll(table.labels);
        }
        case LookupSwitchInsnNode lookup -> {
          targets.add(lookup.dflt);
          targets.addAll(lookup.labels);
        }
        default -> {}
      }
    }
    for (TryCatchBlockNode each : method.tryCatchBlocks) {
      targets.addAll(List.of(each.start, each.end, each.handler));
    }
  }

  /** Changes a function whose frames are expanded. */
  static void of(MethodNode method) {
    ShorterJumps shorter = new ShorterJumps(method);
    for (AbstractInsnNode node : shorter.code.toArray()) {
      if (node instanceof FrameNode frame) shorter.dead(frame);
    }
    for (AbstractInsnNode node : shorter.code.toArray()) {
      if (node instanceof JumpInsnNode jump && jump.getOpcode() != Opcodes.GOTO) {
        shorter.over(jump);
      }
    }
  }

  /** What nothing reaches was made {@code nop}, {@code nop}, and {@code athrow} by who wrote it. */
  private void dead(FrameNode frame) {
    if (!DEAD.equals(frame.stack)) return;
    AbstractInsnNode before = frame.getPrevious();
    while (before instanceof LabelNode label && !targets.contains(label)) {
      before = before.getPrevious();
    }
    AbstractInsnNode last = frame.getNext();
    while (last != null && last.getOpcode() == Opcodes.NOP) last = last.getNext();
    if (before == null || before.getOpcode() < 0) return;
    if (last == null || last.getOpcode() != Opcodes.ATHROW) return;
    for (AbstractInsnNode each = frame; each != last; ) {
      AbstractInsnNode next = each.getNext();
      code.remove(each);
      each = next;
    }
    code.remove(last);
  }

  /** {@code if a; goto b; a:} becomes the opposite {@code if b}. */
  private void over(JumpInsnNode jump) {
    if (!(next(jump) instanceof JumpInsnNode over) || over.getOpcode() != Opcodes.GOTO) return;
    AbstractInsnNode at = over.getNext();
    while (at != null && at.getOpcode() < 0 && at != jump.label) at = at.getNext();
    if (at != jump.label) return;
    jump.setOpcode(opposite(jump.getOpcode()));
    jump.label = over.label;
    code.remove(over);
  }

  /** The instruction behind one, if nobody jumps there. */
  private @Nullable AbstractInsnNode next(AbstractInsnNode node) {
    AbstractInsnNode next = node.getNext();
    while (next instanceof LabelNode label && !targets.contains(label)) next = next.getNext();
    return next;
  }

  /** The jump for when another is not taken: they stand beside each other in the JVM's list. */
  static int opposite(int jump) {
    int first = jump >= Opcodes.IFNULL ? Opcodes.IFNULL : Opcodes.IFEQ;
    return (jump - first ^ 1) + first;
  }
}
