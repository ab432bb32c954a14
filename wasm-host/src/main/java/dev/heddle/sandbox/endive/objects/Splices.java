package dev.heddle.sandbox.endive.objects;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Small changes to compiled code. */
public final class Splices {
  private Splices() {}

  static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** Takes away the instruction before another, and says which number it pushed. */
  static int taken(InsnList code, AbstractInsnNode before) {
    AbstractInsnNode pushed = requireNonNull(before.getPrevious());
    int number = constant(pushed);
    code.remove(pushed);
    return number;
  }

  /** The number that an instruction pushes, {@link Integer#MIN_VALUE} where it pushes none. */
  public static int constant(@Nullable AbstractInsnNode node) {
    if (node == null) return Integer.MIN_VALUE;
    int opcode = node.getOpcode();
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) return opcode - Opcodes.ICONST_0;
    if (node instanceof IntInsnNode push && opcode != Opcodes.NEWARRAY) return push.operand;
    return node instanceof LdcInsnNode ldc && ldc.cst instanceof Integer value
        ? value
        : Integer.MIN_VALUE;
  }

  /** Pushes a number. */
  public static AbstractInsnNode push(int number) {
    return number == (short) number
        ? new IntInsnNode(Opcodes.SIPUSH, number)
        : new LdcInsnNode(number);
  }

  /** Puts code in a call's place; what the call gave was 64 bits wide, and may be narrowed next. */
  public static void replace(InsnList code, MethodInsnNode call, InsnList by, boolean narrow) {
    if (narrow) {
      AbstractInsnNode next = call.getNext();
      if (next != null && next.getOpcode() == Opcodes.L2I) {
        code.remove(next);
      } else {
        by.add(new InsnNode(Opcodes.I2L));
      }
    }
    code.insertBefore(call, by);
    code.remove(call);
  }

  /** Narrows the 64-bit number that was pushed last before an instruction. */
  public static void narrow(InsnList code, AbstractInsnNode before) {
    AbstractInsnNode widened = before.getPrevious();
    if (widened != null && widened.getOpcode() == Opcodes.I2L) {
      code.remove(widened);
    } else {
      code.insertBefore(before, new InsnNode(Opcodes.L2I));
    }
  }
}
