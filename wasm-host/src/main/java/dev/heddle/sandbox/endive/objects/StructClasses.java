package dev.heddle.sandbox.endive.objects;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ICONST_M1;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V21;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import run.endive.wasm.types.StorageType;
import run.endive.wasm.types.StructType;

/** Generates the classes of a module's structs. */
public final class StructClasses {
  private static final String STRUCT = internal(GuestStruct.class);
  private static final String OBJECT = "Ljava/lang/Object;";

  private final ObjectTypes types;
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  private StructClasses(ObjectTypes types) {
    this.types = types;
  }

  /**
   * The class files by binary name.
   *
   * @param empty types of which the factory makes structs with default values
   * @param filled types of which it makes others
   */
  public static Map<String, byte[]> generate(
      ObjectTypes types, List<Integer> empty, List<Integer> filled) {
    StructClasses classes = new StructClasses(types);
    for (int type = 0; type < types.count(); type++) {
      if (types.isStruct(type) && types.canonical(type) == type) classes.struct(type);
    }
    classes.factory(empty, filled);
    return classes.classes;
  }

  /**
   * The class that makes structs, by its binary name.
   *
   * @param packageName of all that is generated for a module
   */
  public static String factory(String packageName) {
    return packageName + ".Factory";
  }

  /** The name of a field, in the class that declares it and in those that extend that. */
  static String field(int index) {
    return "field" + index;
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private void struct(int type) {
    StructType struct = types.struct(type);
    OptionalInt parent = types.parent(type);
    String extended = parent.isPresent() ? types.className(parent.getAsInt()) : STRUCT;
    int inherited = parent.isPresent() ? types.struct(parent.getAsInt()).fieldTypes().length : 0;
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    OptionalInt content = types.messageContent(type);
    String[] interfaces =
        content.isPresent() ? new String[] {internal(GuestMessage.class)} : new String[0];
    writer.visit(V21, ACC_PUBLIC | ACC_SUPER, types.className(type), null, extended, interfaces);
    MethodVisitor constructor = method(writer, "<init>", "()V");
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, extended, "<init>", "()V", false);
    for (int i = inherited; i < struct.fieldTypes().length; i++) {
      StorageType stored = struct.fieldTypes()[i].storageType();
      writer.visitField(ACC_PUBLIC, field(i), Storage.of(stored).descriptor(), null, null);
      if (Storage.of(stored) == Storage.FUNCTION) {
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitInsn(ICONST_M1);
        constructor.visitFieldInsn(PUTFIELD, types.className(type), field(i), "I");
      }
    }
    end(constructor, RETURN);
    MethodVisitor index = method(writer, "typeIdx", "()I");
    index.visitLdcInsn(type);
    end(index, IRETURN);
    content.ifPresent(field -> message(writer, types.className(type), field(field)));
    put(types.className(type), writer);
  }

  private static void message(ClassWriter writer, String owner, String field) {
    MethodVisitor get = method(writer, "content", "()" + OBJECT);
    get.visitVarInsn(ALOAD, 0);
    get.visitFieldInsn(GETFIELD, owner, field, OBJECT);
    end(get, ARETURN);
    MethodVisitor set = method(writer, "content", "(" + OBJECT + ")V");
    set.visitVarInsn(ALOAD, 0);
    set.visitVarInsn(ALOAD, 1);
    set.visitFieldInsn(PUTFIELD, owner, field, OBJECT);
    end(set, RETURN);
  }

  private void factory(List<Integer> empty, List<Integer> filled) {
    String name = factory(types.packageName()).replace('.', '/');
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);
    String[] interfaces = {internal(StructFactory.class)};
    writer.visit(
        V21, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, "java/lang/Object", interfaces);
    MethodVisitor constructor = method(writer, "<init>", "()V");
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    end(constructor, RETURN);
    create(method(writer, "create", "(I)L" + STRUCT + ";"), empty, false);
    String values = "[J[" + OBJECT;
    create(method(writer, "create", "(I" + values + ")L" + STRUCT + ";"), filled, true);
    put(name, writer);
  }

  private void create(MethodVisitor code, List<Integer> made, boolean filled) {
    int[] keys = made.stream().mapToInt(type -> type).sorted().distinct().toArray();
    Label other = new Label();
    Label[] labels = new Label[keys.length];
    for (int i = 0; i < keys.length; i++) labels[i] = new Label();
    code.visitVarInsn(ILOAD, 1);
    code.visitLookupSwitchInsn(other, keys, labels);
    for (int i = 0; i < keys.length; i++) {
      code.visitLabel(labels[i]);
      create(code, types.className(keys[i]));
      if (filled) fill(code, keys[i]);
      code.visitInsn(ARETURN);
    }
    code.visitLabel(other);
    create(code, "java/lang/IllegalArgumentException");
    end(code, ATHROW);
  }

  private static void create(MethodVisitor code, String type) {
    code.visitTypeInsn(NEW, type);
    code.visitInsn(DUP);
    code.visitMethodInsn(INVOKESPECIAL, type, "<init>", "()V", false);
  }

  private void fill(MethodVisitor code, int type) {
    for (int i = 0; i < types.struct(type).fieldTypes().length; i++) {
      Storage stored = types.field(type, i);
      boolean reference = stored == Storage.REFERENCE;
      code.visitInsn(DUP);
      code.visitVarInsn(ALOAD, reference ? 3 : 2);
      code.visitLdcInsn(i);
      code.visitInsn(reference ? AALOAD : LALOAD);
      if (!reference && stored != Storage.LONG) code.visitInsn(L2I);
      code.visitFieldInsn(PUTFIELD, types.className(type), field(i), stored.descriptor());
    }
  }

  private static MethodVisitor method(ClassWriter writer, String name, String descriptor) {
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, descriptor, null, null);
    method.visitCode();
    return method;
  }

  private static void end(MethodVisitor method, int opcode) {
    method.visitInsn(opcode);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void put(String name, ClassWriter writer) {
    writer.visitEnd();
    classes.put(name.replace('/', '.'), writer.toByteArray());
  }
}
