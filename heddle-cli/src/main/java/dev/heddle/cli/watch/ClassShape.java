package dev.heddle.cli.watch;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.SourceDebugExtensionAttribute;
import java.lang.reflect.AccessFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What other classes can see of a class: all but its code and its private members. */
final class ClassShape {
  private static final ClassFile FILES = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL);

  private ClassShape() {}

  /** Whether two versions of a class look the same to those that were compiled against one. */
  static boolean same(byte[] one, byte[] other) {
    return Arrays.equals(shape(one), shape(other));
  }

  private static byte[] shape(byte[] bytes) {
    ClassModel model = FILES.parse(bytes);
    ClassTransform seen =
        (builder, element) -> {
          switch (element) {
            case MethodModel method when method.flags().has(AccessFlag.PRIVATE) -> {}
            case FieldModel field when field.flags().has(AccessFlag.PRIVATE) -> {}
            case MethodModel method ->
                builder.transformMethod(
                    method, MethodTransform.dropping(part -> part instanceof CodeModel));
            case InnerClassesAttribute classes -> named(classes).ifPresent(builder::with);
            case NestMembersAttribute _, SourceDebugExtensionAttribute _ -> {}
            default -> builder.with(element);
          }
        };
    return FILES.transformClass(model, seen);
  }

  /** A lambda or an anonymous class more is nothing that others see. */
  private static Optional<InnerClassesAttribute> named(InnerClassesAttribute classes) {
    List<InnerClassInfo> named =
        classes.classes().stream()
            .filter(inner -> inner.outerClass().isPresent() && inner.innerName().isPresent())
            .filter(inner -> !inner.innerClass().asInternalName().startsWith("java/"))
            .toList();
    return named.isEmpty() ? Optional.empty() : Optional.of(InnerClassesAttribute.of(named));
  }
}
