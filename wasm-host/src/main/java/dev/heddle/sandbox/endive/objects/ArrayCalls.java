package dev.heddle.sandbox.endive.objects;

import static dev.heddle.sandbox.endive.objects.Splices.constant;
import static dev.heddle.sandbox.endive.objects.Splices.narrow;
import static dev.heddle.sandbox.endive.objects.Splices.replace;
import static dev.heddle.sandbox.endive.objects.Splices.taken;
import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Lets compiled code call {@link ArrayInstructions}. */
final class ArrayCalls {
  private static final String ARRAYS = Splices.internal(ArrayInstructions.class);
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String INSTANCE = "Lrun/endive/runtime/Instance;";

  /** Names of functions that take elements as numbers, and what those here are called. */
  private static final Map<String, String> ARRAY_FUNCTIONS =
      Map.of(
          "arrayNew", "new",
          "arrayNewRef", "new",
          "arrayNewDefault", "default",
          "arrayNewFixed", "fixed",
          "arrayNewFixedRefs", "fixed",
          "arrayFill", "fill",
          "arrayFillRef", "fill",
          "arrayNewData", "data");

  private final ObjectTypes types;

  ArrayCalls(ObjectTypes types) {
    this.types = types;
  }

  void change(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    switch (call.name) {
      case "arrayGet", "arrayGetS", "arrayGetU", "arrayGetRef" -> element(code, call, instance);
      case "arraySet", "arraySetRef" -> setElement(code, call, instance);
      case "arrayLen" -> length(code, call, instance);
      case "arrayCopy" -> call(code, call, instance, "copy");
      case "arrayInitData" -> redirect(call, "load");
      default -> array(code, call, instance);
    }
  }

  private static void redirect(MethodInsnNode call, String name) {
    call.owner = ARRAYS;
    call.name = name;
  }

  private static void call(
      InsnList code, MethodInsnNode call, AbstractInsnNode instance, String name) {
    code.remove(instance);
    call.desc = call.desc.replace(INSTANCE, "");
    redirect(call, name);
  }

  private void element(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    Storage stored = types.element(taken(code, instance));
    code.remove(instance);
    boolean signed = call.name.equals("arrayGetS");
    boolean narrow = stored != Storage.LONG && stored != Storage.REFERENCE;
    String result = narrow ? "I" : stored.descriptor();
    InsnList access = new InsnList();
    access.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            ARRAYS,
            (signed ? "getSigned" : "get") + stored.word(),
            "(" + OBJECT + "I)" + result,
            false));
    replace(code, call, access, narrow);
  }

  private void setElement(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    Storage stored = types.element(taken(code, instance));
    boolean narrow = stored != Storage.LONG && stored != Storage.REFERENCE;
    if (narrow) narrow(code, instance);
    code.remove(instance);
    redirect(call, "set" + stored.word());
    call.desc = "(" + OBJECT + "I" + (narrow ? "I" : stored.descriptor()) + ")V";
  }

  private static void length(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    code.remove(instance);
    String array = Splices.internal(GuestArray.class);
    InsnList access = new InsnList();
    access.add(new TypeInsnNode(Opcodes.CHECKCAST, array));
    access.add(new FieldInsnNode(Opcodes.GETFIELD, array, "length", "I"));
    replace(code, call, access, false);
  }

  private void array(InsnList code, MethodInsnNode call, VarInsnNode instance) {
    String verb = ARRAY_FUNCTIONS.get(call.name);
    if (verb == null) throw new IllegalArgumentException(call.name + " is not supported");
    boolean data = verb.equals("data");
    AbstractInsnNode pushed = requireNonNull(instance.getPrevious());
    Storage stored = types.element(constant(data ? pushed.getPrevious() : pushed));
    if (verb.equals("fill")) {
      code.remove(pushed);
      call.desc = call.desc.replace("I" + INSTANCE, INSTANCE);
    }
    boolean functions = verb.equals("default") && stored == Storage.FUNCTION;
    String name = verb + (functions ? "Function" : stored.word());
    if (data) {
      redirect(call, name);
    } else {
      call(code, call, instance, name);
    }
  }
}
