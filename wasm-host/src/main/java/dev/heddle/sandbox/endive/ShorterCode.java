package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.Splices;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Shorter code for what the runtime's compiler says at length: the JVM compiles only so many
 * bytecodes in one piece, and a branch on what was compared in the same place has a profile of its
 * own.
 */
final class ShorterCode {
  private static final String RUNTIME = "run/endive/runtime/OpcodeImpl";
  static final String THROWN =
      "(Ljava/lang/Object;ILrun/endive/runtime/Memory;Lrun/endive/runtime/Instance;)"
          + "Lrun/endive/runtime/WasmException;";

  /** The jumps after a comparison with zero, by what is compared. */
  private static final Map<String, Integer> JUMPS =
      Map.of(
          "EQ", Opcodes.IFEQ,
          "NE", Opcodes.IFNE,
          "LT_S", Opcodes.IFLT,
          "GE_S", Opcodes.IFGE,
          "GT_S", Opcodes.IFGT,
          "LE_S", Opcodes.IFLE);

  private static final int FROM_ZERO_TO_TWO_INTS = Opcodes.IF_ICMPEQ - Opcodes.IFEQ;

  /** {@code ifnull a; iconst_1; goto b; a: iconst_0; b:}, or with the numbers exchanged. */
  private static final int NULL_TEST = 8;

  /**
   * What stands between an object, with the number of bytes and the memory behind it, and the call
   * that makes an exception with the first tag of it.
   */
  private static final List<Integer> EXCEPTION =
      List.of(
          Opcodes.INVOKESTATIC,
          Opcodes.ASTORE,
          Opcodes.ICONST_1,
          Opcodes.NEWARRAY,
          Opcodes.ICONST_1,
          Opcodes.ANEWARRAY,
          Opcodes.DUP,
          Opcodes.ICONST_0,
          Opcodes.ALOAD,
          Opcodes.AASTORE,
          Opcodes.ICONST_0,
          Opcodes.ALOAD);

  private final InsnList code;

  private ShorterCode(InsnList code) {
    this.code = code;
  }

  /** Changes a function that pays by {@link MeterCalls}, and whose frames are expanded. */
  static void of(InsnList code) {
    ShorterCode shorter = new ShorterCode(code);
    for (AbstractInsnNode node : code.toArray()) {
      if (node instanceof JumpInsnNode jump && asksForZero(jump)) shorter.branch(jump);
      if (node instanceof MethodInsnNode call && call.name.equals("createWasmExceptionGc")) {
        shorter.exception(call);
      }
    }
  }

  private static boolean asksForZero(JumpInsnNode jump) {
    return jump.getOpcode() == Opcodes.IFEQ || jump.getOpcode() == Opcodes.IFNE;
  }

  private void branch(JumpInsnNode jump) {
    while (jump.getPrevious() instanceof MethodInsnNode call && isComparison(call, "I32_EQZ")) {
      code.remove(call);
      jump.setOpcode(ShorterJumps.opposite(jump.getOpcode()));
    }
    if (!(jump.getPrevious() instanceof MethodInsnNode call)) {
      isNull(jump);
    } else if (call.owner.equals(RUNTIME)) {
      compare(jump, call);
    } else if (call.name.equals("isGcRefNull")) {
      code.remove(call);
      jump.setOpcode(jump.getOpcode() == Opcodes.IFNE ? Opcodes.IFNULL : Opcodes.IFNONNULL);
    }
  }

  private static boolean isComparison(MethodInsnNode call, String name) {
    return call.owner.equals(RUNTIME) && call.name.equals(name);
  }

  private void compare(JumpInsnNode jump, MethodInsnNode call) {
    String comparison = call.name.substring(call.name.indexOf('_') + 1);
    boolean unsigned = comparison.endsWith("_U");
    Integer holds = JUMPS.get(unsigned ? comparison.replace("_U", "_S") : comparison);
    boolean wide = call.desc.equals("(JJ)I");
    if (holds == null || !wide && !call.desc.equals("(II)I")) return;
    int next = jump.getOpcode() == Opcodes.IFNE ? holds : ShorterJumps.opposite(holds);
    if (unsigned) {
      call.owner = wide ? "java/lang/Long" : "java/lang/Integer";
      call.name = "compareUnsigned";
      jump.setOpcode(next);
    } else if (wide) {
      code.set(call, new InsnNode(Opcodes.LCMP));
      jump.setOpcode(next);
    } else if (call.getPrevious() != null && call.getPrevious().getOpcode() == Opcodes.ICONST_0) {
      code.remove(call.getPrevious());
      code.remove(call);
      jump.setOpcode(next);
    } else {
      code.remove(call);
      jump.setOpcode(next + FROM_ZERO_TO_TWO_INTS);
    }
  }

  /** Jumps at once for null, in place of making a number of it. */
  private void isNull(JumpInsnNode jump) {
    List<AbstractInsnNode> test = before(jump, NULL_TEST);
    if (test.isEmpty()) return;
    if (!(test.get(0) instanceof JumpInsnNode asks) || asks.getOpcode() != Opcodes.IFNULL) return;
    if (!(test.get(2) instanceof JumpInsnNode over) || over.getOpcode() != Opcodes.GOTO) return;
    if (test.get(3) != asks.label || test.get(6) != over.label) return;
    if (!(test.get(4) instanceof FrameNode) || !(test.get(7) instanceof FrameNode)) return;
    int present = Splices.constant(test.get(1));
    int absent = Splices.constant(test.get(5));
    if (present != 1 - absent || present * absent != 0) return;
    boolean forNull = (absent == 0) == (jump.getOpcode() == Opcodes.IFEQ);
    jump.setOpcode(forNull ? Opcodes.IFNULL : Opcodes.IFNONNULL);
    // Labels without code cost nothing.
    for (AbstractInsnNode each : test) {
      if (!(each instanceof LabelNode)) code.remove(each);
    }
  }

  /** Makes an exception of one object by one call, which takes its bytes, too. */
  private void exception(MethodInsnNode call) {
    List<AbstractInsnNode> making = before(call, EXCEPTION.size());
    if (!making.stream().map(AbstractInsnNode::getOpcode).toList().equals(EXCEPTION)) return;
    if (!(making.get(0) instanceof MethodInsnNode paid)) return;
    if (!paid.name.equals("allocateBytes")) return;
    making.subList(0, making.size() - 1).forEach(code::remove);
    call.owner = Type.getInternalName(MeterCalls.class);
    call.name = "thrown";
    call.desc = THROWN;
  }

  /** So many instructions before one, in their order; none if there are fewer. */
  private static List<AbstractInsnNode> before(AbstractInsnNode node, int count) {
    LinkedList<AbstractInsnNode> found = new LinkedList<>();
    for (AbstractInsnNode at = node.getPrevious(); at != null; at = at.getPrevious()) {
      found.addFirst(at);
      if (found.size() == count) return found;
    }
    return List.of();
  }
}
