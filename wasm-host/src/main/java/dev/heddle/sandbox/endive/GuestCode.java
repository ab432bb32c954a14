package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.ObjectInstructions;
import dev.heddle.sandbox.endive.objects.Splices;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.Meter.Function;
import dev.heddle.sandbox.module.Meter.Global;
import java.util.List;
import java.util.Locale;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
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
  static final int VERSION = 17;

  private static final String MEMORY = MeteredMemory.class.getName().replace('.', '/');
  private static final String LAST = "Lrun/endive/runtime/Memory;Lrun/endive/runtime/Instance;";
  private static final String INSTANCE = "Lrun/endive/runtime/Instance;";
  private static final String MEMORY_TYPE = "Lrun/endive/runtime/Memory;";

  static final String METER = MeterCalls.class.getName().replace('.', '/');
  private static final Global[] GLOBALS = Global.values();
  private static final Function[] FUNCTIONS = Function.values();

  private static final String FUNCTION = "func_";

  private final int meterGlobal;
  private final int meterFunction;
  private final List<Integer> idle;
  private final boolean ownGlobals;
  private final ObjectInstructions objects;

  /**
   * For one module.
   *
   * @param ownGlobals whether all code is compiled, so that none looks for globals elsewhere
   */
  GuestCode(GuestModule module, boolean ownGlobals, ObjectInstructions objects) {
    this.meterGlobal = module.meterGlobal();
    this.meterFunction = module.meterFunction();
    this.idle = module.idleFunctions();
    this.ownGlobals = ownGlobals;
    this.objects = objects;
  }

  /** Changes a class, a method at a time, so that only one is in memory in pieces. */
  byte[] changed(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(new ChangedClass(reader.getClassName(), writer), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  /** Writes a class as it is read, but for the code of its functions. */
  private final class ChangedClass extends ClassVisitor {
    private final ClassWriter writer;
    private final ReferenceCalls references;
    private final ThrownElsewhere elsewhere;

    ChangedClass(String name, ClassWriter writer) {
      super(Opcodes.ASM9, writer);
      this.writer = writer;
      references = new ReferenceCalls(name, idle);
      elsewhere = new ThrownElsewhere(name);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] thrown) {
      if (!descriptor.contains(LAST + ")")) {
        return super.visitMethod(access, name, descriptor, signature, thrown);
      }
      return new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, thrown) {
        @Override
        public void visitEnd() {
          change(this);
          ShorterCode.of(instructions);
          references.change(instructions);
          elsewhere.change(instructions);
          ShorterJumps.of(this);
          accept(writer);
        }
      };
    }

    @Override
    public void visitEnd() {
      references.methods().forEach(each -> each.accept(writer));
      elsewhere.methods().forEach(each -> each.accept(writer));
      super.visitEnd();
    }
  }

  private void change(MethodNode method) {
    int memory = (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - 1 - 2;
    for (AbstractInsnNode node : method.instructions.toArray()) {
      if (!(node instanceof MethodInsnNode call)) continue;
      if (call.name.startsWith(FUNCTION)) pay(method.instructions, call);
      if (!call.owner.endsWith("Shaded")) continue;
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
      meter(code, call, instance, GLOBALS[index - meterGlobal]);
    } else if (ownGlobals) {
      code.set(instance, new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
      call.owner = MEMORY;
      call.desc = call.desc.replace(INSTANCE, MEMORY_TYPE);
    }
  }

  private static void meter(
      InsnList code, MethodInsnNode call, VarInsnNode instance, Global global) {
    boolean read = call.name.equals("readGlobal");
    if (global.narrow()) {
      narrow(code, call, instance, global);
      return;
    }
    InsnList by = new InsnList();
    by.add(new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
    by.add(new TypeInsnNode(Opcodes.CHECKCAST, MEMORY));
    if (!read) {
      by.add(new InsnNode(Opcodes.DUP_X2));
      by.add(new InsnNode(Opcodes.POP));
    }
    int opcode = read ? Opcodes.GETFIELD : Opcodes.PUTFIELD;
    String field = global.name().toLowerCase(Locale.ROOT);
    by.add(new FieldInsnNode(opcode, MEMORY, field, "J"));
    code.remove(instance);
    Splices.replace(code, call, by, false);
  }

  /** By {@link MeterCalls}. */
  private static void narrow(
      InsnList code, MethodInsnNode call, VarInsnNode instance, Global global) {
    String name = global.name().charAt(0) + global.name().substring(1).toLowerCase(Locale.ROOT);
    boolean read = call.name.equals("readGlobal");
    if (!read) Splices.narrow(code, instance);
    InsnList by = new InsnList();
    by.add(new VarInsnNode(Opcodes.ALOAD, instance.var - 1));
    String descriptor = read ? "(" + MEMORY_TYPE + ")I" : "(I" + MEMORY_TYPE + ")V";
    String method = (read ? "read" : "write") + name;
    by.add(new MethodInsnNode(Opcodes.INVOKESTATIC, METER, method, descriptor));
    code.remove(instance);
    Splices.replace(code, call, by, read);
  }

  private void pay(InsnList code, MethodInsnNode call) {
    int function = Integer.parseInt(call.name.substring(FUNCTION.length())) - meterFunction;
    if (function < 0 || !(call.getPrevious() instanceof VarInsnNode instance)) return;
    code.remove(instance);
    call.owner = METER;
    call.name = name(FUNCTIONS[function]);
    call.desc = call.desc.replace(LAST, MEMORY_TYPE);
  }

  /** The method of {@link MeterCalls} that does what a function does. */
  static String name(Function function) {
    String[] words = function.name().toLowerCase(Locale.ROOT).split("_");
    for (int i = 1; i < words.length; i++) {
      words[i] = Character.toUpperCase(words[i].charAt(0)) + words[i].substring(1);
    }
    return String.join("", words);
  }
}
