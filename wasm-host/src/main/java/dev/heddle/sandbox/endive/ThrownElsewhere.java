package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.Splices;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes exceptions in methods of their own, which functions of a class share: each null pointer and
 * each index out of bounds is thrown by code that hardly ever runs, and that counts in what the JVM
 * finds too big for one piece.
 */
final class ThrownElsewhere {
  private static final String MAKES =
      "(Lrun/endive/runtime/Memory;Lrun/endive/runtime/Instance;)Ljava/lang/Object;";
  private static final String THROWN =
      "(Lrun/endive/runtime/Memory;Lrun/endive/runtime/Instance;)"
          + "Lrun/endive/runtime/WasmException;";

  /** {@code aload memory; aload instance; invokestatic; bytes; aload memory; aload instance}. */
  private static final int MAKING = 6;

  /** {@code fuel; stack; aload memory; invokestatic} before it. */
  private static final int PAYING = 4;

  private final String owner;
  private final Map<Thrown, String> methods = new LinkedHashMap<>();

  /** What is done before an exception is thrown. */
  private record Thrown(String function, String name, int bytes, int fuel, int stack) {}

  /**
   * For one class.
   *
   * @param owner its name
   */
  ThrownElsewhere(String owner) {
    this.owner = owner;
  }

  /** Changes a function of the class. */
  void change(InsnList code) {
    for (AbstractInsnNode node : code.toArray()) {
      if (!(node instanceof MethodInsnNode call) || !call.owner.equals(GuestCode.METER)) continue;
      if (call.name.equals("thrown")) change(code, call);
    }
  }

  /** What is to be added to the class. */
  List<MethodNode> methods() {
    return methods.entrySet().stream().map(each -> method(each.getKey(), each.getValue())).toList();
  }

  private void change(InsnList code, MethodInsnNode thrown) {
    List<AbstractInsnNode> before = before(thrown);
    if (before.size() < MAKING) return;
    List<AbstractInsnNode> making = before.subList(before.size() - MAKING, before.size());
    if (!(making.get(2) instanceof MethodInsnNode call) || !call.desc.equals(MAKES)) return;
    int bytes = Splices.constant(making.get(3));
    int fuel = 0;
    int stack = 0;
    if (before.size() == MAKING + PAYING && isEntered(before.get(PAYING - 1))) {
      fuel = Splices.constant(before.get(0));
      stack = Splices.constant(before.get(1));
      before.subList(0, PAYING).forEach(code::remove);
    }
    making.subList(3, MAKING).forEach(code::remove);
    code.remove(thrown);
    Thrown key = new Thrown(call.owner, call.name, bytes, fuel, stack);
    call.owner = owner;
    call.name = methods.computeIfAbsent(key, each -> "thrown_" + methods.size());
    call.desc = THROWN;
  }

  private static boolean isEntered(AbstractInsnNode node) {
    return node instanceof MethodInsnNode call
        && call.owner.equals(GuestCode.METER)
        && call.name.equals("enter");
  }

  /** The instructions before one to which nobody jumps; at most so many as are looked for. */
  private static List<AbstractInsnNode> before(AbstractInsnNode node) {
    Deque<AbstractInsnNode> found = new ArrayDeque<>();
    AbstractInsnNode at = node.getPrevious();
    while (at != null && at.getOpcode() >= 0 && found.size() < MAKING + PAYING) {
      found.addFirst(at);
      at = at.getPrevious();
    }
    return List.copyOf(found);
  }

  private MethodNode method(Thrown thrown, String name) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    MethodNode method = new MethodNode(access, name, THROWN, null, null);
    InsnList code = method.instructions;
    if (thrown.fuel() > 0) {
      code.add(Splices.push(thrown.fuel()));
      code.add(Splices.push(thrown.stack()));
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(meter("enter", "(IILrun/endive/runtime/Memory;)V"));
    }
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(new VarInsnNode(Opcodes.ALOAD, 1));
    code.add(
        new MethodInsnNode(Opcodes.INVOKESTATIC, thrown.function(), thrown.name(), MAKES, false));
    code.add(Splices.push(thrown.bytes()));
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(new VarInsnNode(Opcodes.ALOAD, 1));
    code.add(meter("thrown", ShorterCode.THROWN));
    code.add(new InsnNode(Opcodes.ARETURN));
    return method;
  }

  private static MethodInsnNode meter(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, GuestCode.METER, name, descriptor, false);
  }
}
