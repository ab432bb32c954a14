package dev.heddle.sandbox.endive;

import static java.util.Objects.requireNonNull;

import dev.heddle.sandbox.endive.objects.Splices;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes calls by reference shorter, and those of functions that do nothing cheap: a reference to
 * such a one is what a Java guest has in the place of an initializer that has run.
 */
final class ReferenceCalls {
  private static final String MEMORY = "run/endive/runtime/Memory";
  private static final String INSTANCE = "run/endive/runtime/Instance";
  private static final String PLAIN = "(IIL" + MEMORY + ";L" + INSTANCE + ";)V";
  private static final String CALLED = "(IL" + MEMORY + ";L" + INSTANCE + ";)V";

  /** {@code iload r; iconst_m1; aload memory; aload instance} before the call. */
  private static final int ARGUMENTS = 4;

  private final String owner;
  private final List<Integer> idle;
  private final Map<String, MethodNode> methods = new LinkedHashMap<>();

  /**
   * For one class.
   *
   * @param owner its name
   * @param idle the functions that do nothing
   */
  ReferenceCalls(String owner, List<Integer> idle) {
    this.owner = owner;
    this.idle = idle;
  }

  /** Changes a function of the class. */
  void change(InsnList code) {
    for (AbstractInsnNode node : code.toArray()) {
      if (node instanceof MethodInsnNode call && call.name.startsWith("call_indirect_")) {
        change(code, call);
      }
    }
  }

  /** What is to be added to the class. */
  Collection<MethodNode> methods() {
    return methods.values();
  }

  private void change(InsnList code, MethodInsnNode call) {
    AbstractInsnNode reference = call;
    for (int i = 0; i < ARGUMENTS && reference != null; i++) reference = reference.getPrevious();
    if (!(reference instanceof VarInsnNode read) || read.getOpcode() != Opcodes.ILOAD) return;
    AbstractInsnNode table = requireNonNull(read.getNext());
    if (Splices.constant(table) != -1 || !removeTest(code, read)) return;
    if (call.desc.equals(PLAIN) && !idle.isEmpty()) {
      code.remove(table);
      call.name = methods.computeIfAbsent(call.name, name -> unlessIdle(call, name)).name;
      call.owner = owner;
      call.desc = CALLED;
    } else {
      code.insert(read, present());
    }
  }

  private static MethodInsnNode present() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, GuestCode.METER, "present", "(I)I", false);
  }

  /**
   * Takes away {@code iload r; iconst_m1; if_icmpne l; invokestatic; athrow; l:} and its frame
   * before the reference is read again.
   */
  private static boolean removeTest(InsnList code, VarInsnNode read) {
    AbstractInsnNode at = read.getPrevious();
    if (!(at instanceof FrameNode frame)) return false;
    if (!(at.getPrevious() instanceof LabelNode label)) return false;
    if (!is(label.getPrevious(), Opcodes.ATHROW)) return false;
    AbstractInsnNode thrown = label.getPrevious().getPrevious();
    if (!(thrown instanceof MethodInsnNode made)) return false;
    if (!made.name.equals("throwNullFunctionReference")) return false;
    if (!(made.getPrevious() instanceof JumpInsnNode jump) || jump.label != label) return false;
    AbstractInsnNode compared = requireNonNull(jump.getPrevious());
    code.remove(requireNonNull(compared.getPrevious()));
    for (AbstractInsnNode each : List.of(compared, jump, made, label.getPrevious(), frame)) {
      code.remove(each);
    }
    return true;
  }

  private static boolean is(@Nullable AbstractInsnNode node, int opcode) {
    return node != null && node.getOpcode() == opcode;
  }

  /** Calls a function that takes and returns nothing, unless it is one that does nothing. */
  private MethodNode unlessIdle(MethodInsnNode call, String name) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    MethodNode method = new MethodNode(access, "unless_idle_" + name, CALLED, null, null);
    InsnList code = method.instructions;
    LabelNode end = new LabelNode();
    for (int function : idle) {
      code.add(new VarInsnNode(Opcodes.ILOAD, 0));
      code.add(Splices.push(function));
      code.add(new JumpInsnNode(Opcodes.IF_ICMPEQ, end));
    }
    code.add(new VarInsnNode(Opcodes.ILOAD, 0));
    code.add(present());
    code.add(new InsnNode(Opcodes.ICONST_M1));
    code.add(new VarInsnNode(Opcodes.ALOAD, 1));
    code.add(new VarInsnNode(Opcodes.ALOAD, 2));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, call.owner, name, PLAIN, false));
    code.add(end);
    Object[] locals = {Opcodes.INTEGER, MEMORY, INSTANCE};
    code.add(new FrameNode(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]));
    code.add(new InsnNode(Opcodes.RETURN));
    return method;
  }
}
