package dev.heddle.sandbox.endive.objects;

import static dev.heddle.sandbox.endive.objects.Splices.constant;
import static dev.heddle.sandbox.endive.objects.Splices.replace;
import static java.util.Objects.requireNonNull;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lets compiled code use the classes of {@link StructClasses} and {@link GuestArray}, in place of
 * the runtime's functions. Those take the indices of types and fields and the instance last, each
 * pushed by an instruction of its own; numbers are passed with 64 bits.
 */
public final class ObjectInstructions {
  private static final String CASTS = Splices.internal(CastInstructions.class);
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String INSTANCE = "Lrun/endive/runtime/Instance;";
  private static final String MEMORY = "Lrun/endive/runtime/Memory;";

  private final ObjectTypes types;
  private final StructInstructions structs;
  private final ArrayCalls arrays;

  /** For a module with these types. */
  public ObjectInstructions(ObjectTypes types) {
    this.types = types;
    this.structs = new StructInstructions(types);
    this.arrays = new ArrayCalls(types);
  }

  /**
   * Replaces a call of the runtime whose last argument is the instance, if it has to do with
   * objects.
   *
   * @throws IllegalArgumentException when it does something with objects that is not supported
   */
  public boolean change(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    if (call.name.startsWith("struct")) {
      structs.change(code, call, instance);
    } else if (call.name.startsWith("array")) {
      arrays.change(code, call, instance);
    } else if (CastInstructions.NAMES.contains(call.name)) {
      cast(code, call, instance);
    } else {
      return false;
    }
    return true;
  }

  private void cast(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    AbstractInsnNode source = requireNonNull(instance.getPrevious());
    AbstractInsnNode target = requireNonNull(source.getPrevious());
    boolean nullable = call.name.endsWith("Null");
    boolean branch = call.name.equals("heapTypeMatch");
    if (branch) nullable = constant(target.getPrevious()) != 0;
    int type = constant(target);
    boolean test = branch || call.name.startsWith("ref");
    if (!types.isStruct(type) || test && nullable) {
      code.set(instance, new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
      call.owner = CASTS;
      call.desc = call.desc.replace(INSTANCE, MEMORY);
      return;
    }
    if (branch) code.remove(requireNonNull(target.getPrevious()));
    code.remove(source);
    code.remove(target);
    code.remove(instance);
    InsnList access = new InsnList();
    access.add(
        new TypeInsnNode(test ? Opcodes.INSTANCEOF : Opcodes.CHECKCAST, types.className(type)));
    if (!test && !nullable) {
      access.insert(
          new MethodInsnNode(
              Opcodes.INVOKESTATIC, CASTS, "present", "(" + OBJECT + ")" + OBJECT, false));
    }
    replace(code, call, access, false);
  }
}
