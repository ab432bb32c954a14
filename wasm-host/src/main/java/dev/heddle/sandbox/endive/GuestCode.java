package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.ObjectInstructions;
import dev.heddle.sandbox.endive.objects.Splices;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Changes compiled code where the runtime's own ways are long: the meter becomes fields of {@link
 * MeteredMemory}, globals elements of its arrays, and objects become those of {@link
 * ObjectInstructions}.
 *
 * <p>Every compiled function has its memory and its instance as its last parameters.
 */
final class GuestCode {
  /** Changes whenever the same compiled code is changed otherwise, or other classes are made. */
  static final int VERSION = 13;

  private static final String MEMORY = MeteredMemory.class.getName().replace('.', '/');
  private static final String LAST = "Lrun/endive/runtime/Memory;Lrun/endive/runtime/Instance;";
  private static final String INSTANCE = "Lrun/endive/runtime/Instance;";
  private static final String BY_MEMORY = "Lrun/endive/runtime/Memory;";

  /** The fields of {@link MeteredMemory}, as the meter's globals are in the module. */
  private static final List<String> METER = List.of("meter", "bytes", "asked");

  private final int meterGlobal;
  private final boolean ownGlobals;
  private final ObjectInstructions objects;

  /**
   * For one module.
   *
   * @param meterGlobal index of the first of the meter's globals
   * @param ownGlobals whether all code is compiled, so that none looks for globals elsewhere
   */
  GuestCode(int meterGlobal, boolean ownGlobals, ObjectInstructions objects) {
    this.meterGlobal = meterGlobal;
    this.ownGlobals = ownGlobals;
    this.objects = objects;
  }

  byte[] changed(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassNode node = new ClassNode();
    reader.accept(node, 0);
    for (MethodNode method : node.methods) {
      if (method.desc.contains(LAST + ")")) change(method);
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private void change(MethodNode method) {
    int memory = (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - 1 - 2;
    for (AbstractInsnNode node : method.instructions.toArray()) {
      if (!(node instanceof MethodInsnNode call) || !call.owner.endsWith("Shaded")) continue;
      if (call.name.equals("checkInterruption")) {
        method.instructions.remove(call);
        continue;
      }
      if (!(call.getPrevious() instanceof VarInsnNode instance)) continue;
      if (instance.getOpcode() != Opcodes.ALOAD || instance.var != memory + 1) continue;
      if (objects.change(method.instructions, call, instance)) continue;
      if (call.name.startsWith("readGlobal") || call.name.startsWith("writeGlobal")) {
        global(method.instructions, call, instance);
      }
    }
  }

  private void global(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    AbstractInsnNode pushed = instance.getPrevious();
    int index = Splices.constant(pushed);
    if (index >= meterGlobal) {
      code.remove(pushed);
      meter(code, call, instance, METER.get(index - meterGlobal));
    } else if (ownGlobals) {
      code.set(instance, new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
      call.owner = MEMORY;
      call.desc = call.desc.replace(INSTANCE, BY_MEMORY);
    }
  }

  private static void meter(
      InsnList code, MethodInsnNode call, VarInsnNode instance, String field) {
    boolean read = call.name.equals("readGlobal");
    code.insertBefore(call, new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
    code.insertBefore(call, new TypeInsnNode(Opcodes.CHECKCAST, MEMORY));
    if (!read) {
      code.insertBefore(call, new InsnNode(Opcodes.DUP_X2));
      code.insertBefore(call, new InsnNode(Opcodes.POP));
    }
    int opcode = read ? Opcodes.GETFIELD : Opcodes.PUTFIELD;
    code.insertBefore(call, new FieldInsnNode(opcode, MEMORY, field, "J"));
    code.remove(instance);
    code.remove(call);
  }
}
