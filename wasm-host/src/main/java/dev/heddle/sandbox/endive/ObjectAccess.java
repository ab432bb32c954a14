package dev.heddle.sandbox.endive;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import run.endive.wasm.types.ArrayType;
import run.endive.wasm.types.PackedType;
import run.endive.wasm.types.StorageType;
import run.endive.wasm.types.StructType;
import run.endive.wasm.types.SubType;
import run.endive.wasm.types.TypeSection;

/**
 * Lets compiled code handle objects by {@link GuestObjects}. All functions that this replaces take
 * the instance last; those that replace them take the memory, which stands in the local before it,
 * or neither that nor the type.
 */
final class ObjectAccess {
  private static final String OBJECTS = GuestObjects.class.getName().replace('.', '/');
  private static final String INSTANCE = "Lrun/endive/runtime/Instance;";
  private static final String MEMORY = "Lrun/endive/runtime/Memory;";

  /** Functions that are replaced by one of the same name, with the memory for the instance. */
  private static final Map<String, String> CASTS =
      Map.of(
          "castTest", "(Ljava/lang/Object;II" + INSTANCE + ")Ljava/lang/Object;",
          "castTestNull", "(Ljava/lang/Object;II" + INSTANCE + ")Ljava/lang/Object;",
          "refTest", "(Ljava/lang/Object;II" + INSTANCE + ")I",
          "refTestNull", "(Ljava/lang/Object;II" + INSTANCE + ")I",
          "heapTypeMatch", "(Ljava/lang/Object;ZII" + INSTANCE + ")Z");

  private final TypeSection types;

  ObjectAccess(TypeSection types) {
    this.types = types;
  }

  /** Replaces a call whose last argument is the instance, if it is one of those. */
  boolean change(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    if (call.desc.equals(CASTS.get(call.name))) {
      code.set(instance, new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
      call(code, call, call.name, call.desc.replace(INSTANCE, MEMORY));
      return true;
    }
    return switch (call.name) {
      case "arrayGetS" -> array(code, call, instance, "signed", "(Ljava/lang/Object;I)J");
      case "arrayGetU" -> array(code, call, instance, "unsigned", "(Ljava/lang/Object;I)J");
      case "arraySet" -> array(code, call, instance, "set", "(Ljava/lang/Object;IJ)V");
      case "structSet" -> field(code, call, instance);
      default -> false;
    };
  }

  private boolean array(
      InsnList code, MethodInsnNode call, VarInsnNode instance, String prefix, String descriptor) {
    AbstractInsnNode pushed = instance.getPrevious();
    int index = MeterAccess.constant(pushed);
    ArrayType array = index < 0 ? null : type(index).compType().arrayType();
    if (array == null) return false;
    PackedType packed = packed(array.fieldType().storageType());
    if (packed == null && !prefix.equals("set")) return false;
    String suffix = packed == null ? "Element" : packed == PackedType.I8 ? "Byte" : "Short";
    code.remove(pushed);
    code.remove(instance);
    call(code, call, prefix + suffix, descriptor);
    return true;
  }

  private boolean field(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    int field = MeterAccess.constant(instance.getPrevious());
    int index = field < 0 ? -1 : MeterAccess.constant(instance.getPrevious().getPrevious());
    StructType struct = index < 0 ? null : type(index).compType().structType();
    if (struct == null || field >= struct.fieldTypes().length) return false;
    if (packed(struct.fieldTypes()[field].storageType()) != null) return false;
    code.set(instance, new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
    call(code, call, "setField", call.desc.replace(INSTANCE, MEMORY));
    return true;
  }

  private SubType type(int index) {
    return types.getSubType(index);
  }

  private static @Nullable PackedType packed(StorageType storage) {
    return storage.packedType();
  }

  private static void call(InsnList code, MethodInsnNode call, String name, String descriptor) {
    code.set(call, new MethodInsnNode(Opcodes.INVOKESTATIC, OBJECTS, name, descriptor, false));
  }
}
