package dev.heddle.sandbox.endive;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V21;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Generates the {@link GuestEntry} of a module. */
final class EntryClass {
  private static final String DESCRIPTOR =
      "(ILjava/lang/Object;Lrun/endive/runtime/Memory;Lrun/endive/runtime/Instance;)"
          + "Ljava/lang/Object;";

  private EntryClass() {}

  /** Its binary name: in the package of what it calls, whose classes are not public. */
  static String name(String mainClass) {
    return mainClass + "Entry";
  }

  /**
   * The class file.
   *
   * @param name binary name of the new class
   * @param function index of the function that it calls
   * @param classes the compiled module, by binary name
   * @throws IllegalArgumentException when the function is none of the module's own, or passes
   *     something else than objects
   */
  static byte[] generate(String name, int function, Map<String, byte[]> classes) {
    String method = "func_" + function;
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      if (declares(each.getValue(), method)) {
        return generate(name.replace('.', '/'), each.getKey().replace('.', '/'), method);
      }
    }
    throw new IllegalArgumentException(
        "heddle_invoke is no function of the module that takes an object and returns one");
  }

  private static boolean declares(byte[] classFile, String method) {
    boolean[] found = new boolean[1];
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                found[0] |= name.equals(method) && descriptor.equals(DESCRIPTOR);
                return null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }

  private static byte[] generate(String name, String owner, String function) {
    ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String[] interfaces = {GuestEntry.class.getName().replace('.', '/')};
    out.visit(V21, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, "java/lang/Object", interfaces);
    MethodVisitor made = out.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    made.visitVarInsn(ALOAD, 0);
    made.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    made.visitInsn(RETURN);
    made.visitMaxs(0, 0);
    MethodVisitor invoke = out.visitMethod(ACC_PUBLIC, "invoke", DESCRIPTOR, null, null);
    invoke.visitVarInsn(ILOAD, 1);
    for (int argument = 2; argument <= 4; argument++) invoke.visitVarInsn(ALOAD, argument);
    invoke.visitMethodInsn(INVOKESTATIC, owner, function, DESCRIPTOR, false);
    invoke.visitInsn(ARETURN);
    invoke.visitMaxs(0, 0);
    out.visitEnd();
    return out.toByteArray();
  }
}
