package dev.heddle.sandbox.endive.objects;

import static dev.heddle.sandbox.endive.objects.Splices.narrow;
import static dev.heddle.sandbox.endive.objects.Splices.replace;
import static dev.heddle.sandbox.endive.objects.Splices.taken;
import static java.util.Objects.requireNonNull;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Lets compiled code make structs and use their fields as {@link StructClasses} has them. */
final class StructInstructions {
  private final ObjectTypes types;

  StructInstructions(ObjectTypes types) {
    this.types = types;
  }

  void change(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    switch (call.name) {
      case "structNew" -> create(code, call, instance);
      case "structNewDefault" -> createDefault(code, call, instance);
      case "structSet", "structSetRef" -> set(code, call, instance);
      default -> get(code, call, instance);
    }
  }

  private void get(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    int field = taken(code, instance);
    int type = taken(code, instance);
    code.remove(instance);
    Storage stored = types.field(type, field);
    InsnList access = new InsnList();
    access.add(new TypeInsnNode(Opcodes.CHECKCAST, types.className(type)));
    access.add(field(Opcodes.GETFIELD, type, field, stored));
    if (call.name.equals("structGetU")) {
      access.add(new IntInsnNode(Opcodes.SIPUSH, 0xff));
      if (stored == Storage.SHORT) access.set(access.getLast(), new LdcInsnNode(0xffff));
      access.add(new InsnNode(Opcodes.IAND));
    }
    replace(code, call, access, stored != Storage.LONG && stored != Storage.REFERENCE);
  }

  private FieldInsnNode field(int opcode, int type, int field, Storage stored) {
    return new FieldInsnNode(
        opcode, types.className(type), StructClasses.field(field), stored.descriptor());
  }

  private void set(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    int field = taken(code, instance);
    int type = taken(code, instance);
    Storage stored = types.field(type, field);
    boolean wide = stored == Storage.LONG;
    if (!wide && stored != Storage.REFERENCE) narrow(code, instance);
    code.remove(instance);
    InsnList access = new InsnList();
    TypeInsnNode cast = new TypeInsnNode(Opcodes.CHECKCAST, types.className(type));
    if (wide) {
      access.add(new InsnNode(Opcodes.DUP2_X1));
      access.add(new InsnNode(Opcodes.POP2));
      access.add(cast);
      access.add(new InsnNode(Opcodes.DUP_X2));
      access.add(new InsnNode(Opcodes.POP));
    } else {
      access.add(new InsnNode(Opcodes.SWAP));
      access.add(cast);
      access.add(new InsnNode(Opcodes.SWAP));
    }
    access.add(field(Opcodes.PUTFIELD, type, field, stored));
    replace(code, call, access, false);
  }

  private void createDefault(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    int type = taken(code, instance);
    code.remove(instance);
    replace(code, call, created(types.className(type)), false);
  }

  private static InsnList created(String type) {
    InsnList list = new InsnList();
    list.add(new TypeInsnNode(Opcodes.NEW, type));
    list.add(new InsnNode(Opcodes.DUP));
    list.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, type, "<init>", "()V", false));
    return list;
  }

  /**
   * The values stand in locals, stored there from the last field to the first; then they are put
   * into an array of numbers and one of references, which fields take the place of.
   */
  private void create(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    int type = taken(code, instance);
    AbstractInsnNode made = instance;
    while (made.getOpcode() != Opcodes.NEWARRAY) made = requireNonNull(made.getPrevious());
    AbstractInsnNode length = requireNonNull(made.getPrevious());
    int fields = types.struct(type).fieldTypes().length;
    InsnList values = created(types.className(type));
    AbstractInsnNode stored = length;
    for (int i = 0; i < fields; i++) {
      stored = requireNonNull(stored.getPrevious());
      value(values, (VarInsnNode) stored, type, i);
    }
    for (AbstractInsnNode each = length; each != call; ) {
      AbstractInsnNode next = requireNonNull(each.getNext());
      code.remove(each);
      each = next;
    }
    replace(code, call, values, false);
  }

  private void value(InsnList values, VarInsnNode stored, int type, int field) {
    int load = stored.getOpcode() - Opcodes.ISTORE + Opcodes.ILOAD;
    values.add(new InsnNode(Opcodes.DUP));
    values.add(new VarInsnNode(load, stored.var));
    if (load == Opcodes.FLOAD) values.add(bits("java/lang/Float", "floatToRawIntBits", "(F)I"));
    if (load == Opcodes.DLOAD) values.add(bits("java/lang/Double", "doubleToRawLongBits", "(D)J"));
    values.add(field(Opcodes.PUTFIELD, type, field, types.field(type, field)));
  }

  private static MethodInsnNode bits(String owner, String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }
}
