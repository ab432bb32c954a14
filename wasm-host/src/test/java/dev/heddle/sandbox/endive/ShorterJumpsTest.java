package dev.heddle.sandbox.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.F_NEW;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.IF_ICMPLT;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.NOP;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

class ShorterJumpsTest {
  private final LabelNode first = new LabelNode();
  private final LabelNode second = new LabelNode();

  @Test
  void jumpsAtOnceWhereAJumpLeadsOverAJump() {
    assertThat(opcodes(overAJump(IFEQ))).containsExactly(ILOAD, IFNE, ICONST_1, IRETURN);
    assertThat(opcodes(overAJump(IFNULL))).containsExactly(ILOAD, IFNONNULL, ICONST_1, IRETURN);
    assertThat(opcodes(overAJump(IF_ICMPGE))).containsExactly(ILOAD, IF_ICMPLT, ICONST_1, IRETURN);
  }

  @Test
  void leavesAJumpToWhichOthersJump() {
    MethodNode method =
        method(
            new JumpInsnNode(IFEQ, second),
            new JumpInsnNode(IFEQ, first),
            second,
            new JumpInsnNode(GOTO, second),
            first);
    assertThat(opcodes(method)).containsExactly(IFEQ, IFEQ, GOTO);
  }

  @Test
  void leavesAJumpThatLeadsElsewhere() {
    MethodNode method =
        method(
            new JumpInsnNode(IFEQ, first),
            new JumpInsnNode(GOTO, second),
            new InsnNode(ICONST_1),
            first,
            second);
    assertThat(opcodes(method)).containsExactly(IFEQ, GOTO, ICONST_1);
  }

  @Test
  void takesAwayWhatNothingReaches() {
    MethodNode method =
        method(new InsnNode(IRETURN), first, dead(), new InsnNode(NOP), new InsnNode(ATHROW));
    assertThat(opcodes(method)).containsExactly(IRETURN);
    assertThat(method.instructions.getLast()).isSameAs(first);
  }

  @Test
  void leavesWhatCatchesAnExceptionToThrowItOn() {
    MethodNode method =
        method(new VarInsnNode(ALOAD, 0), second, first, dead(), new InsnNode(ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(second, first, first, null));
    assertThat(opcodes(method)).containsExactly(ALOAD, ATHROW);
  }

  private MethodNode overAJump(int jump) {
    return method(
        new VarInsnNode(ILOAD, 0),
        new JumpInsnNode(jump, first),
        new JumpInsnNode(GOTO, second),
        first,
        new InsnNode(ICONST_1),
        second,
        new InsnNode(IRETURN));
  }

  private static FrameNode dead() {
    return new FrameNode(F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
  }

  private static MethodNode method(AbstractInsnNode... code) {
    MethodNode method = new MethodNode(ACC_STATIC, "function", "()V", null, null);
    for (AbstractInsnNode each : code) method.instructions.add(each);
    return method;
  }

  private static List<Integer> opcodes(MethodNode method) {
    ShorterJumps.of(method);
    return Arrays.stream(method.instructions.toArray())
        .map(AbstractInsnNode::getOpcode)
        .filter(opcode -> opcode >= 0)
        .toList();
  }
}
