package dev.heddle.sandbox.endive;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lets compiled code read and write the meter as fields of {@link MeteredMemory}, in place of the
 * runtime's way to a global, which takes several dependent reads of memory and was half of what
 * metering costs.
 *
 * <p>Every compiled function has its memory in the local before that of its instance.
 */
final class MeterAccess {
  /** Changes whenever the same compiled code is changed otherwise. */
  static final int VERSION = 2;

  private static final String MEMORY = MeteredMemory.class.getName().replace('.', '/');
  private static final String READ = "(ILrun/endive/runtime/Instance;)J";
  private static final String WRITE = "(JILrun/endive/runtime/Instance;)V";

  private final int meterGlobal;
  private final ObjectAccess objects;

  MeterAccess(int meterGlobal, ObjectAccess objects) {
    this.meterGlobal = meterGlobal;
    this.objects = objects;
  }

  byte[] transform(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassNode node = new ClassNode();
    reader.accept(node, 0);
    boolean changed = false;
    for (MethodNode method : node.methods) changed |= transform(method);
    if (!changed) return classFile;
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }

  private boolean transform(MethodNode method) {
    boolean changed = false;
    for (AbstractInsnNode node : method.instructions.toArray()) {
      if (!(node instanceof MethodInsnNode call)) continue;
      if (!(call.getPrevious() instanceof VarInsnNode instance)) continue;
      if (instance.getOpcode() != Opcodes.ALOAD || !call.owner.endsWith("Shaded")) continue;
      if (objects.change(method.instructions, call, instance)) {
        changed = true;
        continue;
      }
      String field = field(instance.getPrevious());
      if (field == null) continue;
      InsnList access = access(call, instance.var - 1, field);
      if (access == null) continue;
      method.instructions.remove(instance.getPrevious());
      method.instructions.remove(instance);
      method.instructions.insertBefore(call, access);
      method.instructions.remove(call);
      changed = true;
    }
    return changed;
  }

  private @Nullable String field(@Nullable AbstractInsnNode pushed) {
    int index = constant(pushed);
    if (index == meterGlobal) return "meter";
    return index == meterGlobal + 1 ? "bytes" : null;
  }

  /** The number above zero, or zero, that an instruction pushes; -1 for any other. */
  static int constant(@Nullable AbstractInsnNode node) {
    if (node == null) return -1;
    int opcode = node.getOpcode();
    if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) return opcode - Opcodes.ICONST_0;
    if (node instanceof IntInsnNode push && opcode != Opcodes.NEWARRAY) return push.operand;
    return node instanceof LdcInsnNode ldc && ldc.cst instanceof Integer value ? value : -1;
  }

  private static @Nullable InsnList access(MethodInsnNode call, int memory, String field) {
    InsnList list = new InsnList();
    list.add(new VarInsnNode(Opcodes.ALOAD, memory));
    list.add(new TypeInsnNode(Opcodes.CHECKCAST, MEMORY));
    if (call.name.equals("readGlobal") && call.desc.equals(READ)) {
      list.add(new FieldInsnNode(Opcodes.GETFIELD, MEMORY, field, "J"));
      return list;
    }
    if (call.name.equals("writeGlobal") && call.desc.equals(WRITE)) {
      list.add(new InsnNode(Opcodes.DUP_X2));
      list.add(new InsnNode(Opcodes.POP));
      list.add(new FieldInsnNode(Opcodes.PUTFIELD, MEMORY, field, "J"));
      return list;
    }
    return null;
  }
}
