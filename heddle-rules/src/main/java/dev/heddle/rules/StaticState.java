package dev.heddle.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * Holds that sandboxable code keeps nothing in static fields: instances come and go, and one
 * process may hold many.
 */
final class StaticState {
  static final String RULE = "Sandboxable code has no static mutable state.";
  private static final Pattern MUTABLE =
      Pattern.compile(
          "java\\.util\\.concurrent\\.atomic\\..*|java\\.lang\\.(StringBuilder|StringBuffer)"
              + "|java\\.lang\\.ThreadLocal|java\\.util\\.(BitSet|Date|.*Calendar|Random|Scanner)"
              + "|java\\.text\\..*Format");
  private static final String REMEDY =
      "Keep constants in final fields of immutable types such as List.of(...), and state in a"
          + " capability such as KeyValueStore.";

  private StaticState() {}

  static void judge(JavaClass type, Findings findings) {
    type.getFields().stream()
        .filter(StaticState::isMutableAndStatic)
        .sorted(Comparator.comparing(JavaField::getName))
        .forEach(field -> report(field, findings));
  }

  private static boolean isMutableAndStatic(JavaField field) {
    Set<JavaModifier> modifiers = field.getModifiers();
    return modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && (!modifiers.contains(JavaModifier.FINAL) || isMutable(field.getRawType()));
  }

  private static boolean isMutable(JavaClass type) {
    if (type.isArray() || MUTABLE.matcher(type.getName()).matches()) return true;
    if (!type.getPackageName().startsWith("java.")) return false;
    if (type.isAssignableTo(Queue.class) || type.isAssignableTo(ConcurrentMap.class)) return true;
    return !type.isInterface()
        && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
  }

  private static void report(JavaField field, Findings findings) {
    String kind = field.getModifiers().contains(JavaModifier.FINAL) ? "final" : "not final";
    findings.add(
        RULE,
        Findings.place(field.getOwner(), firstUse(field)),
        field.getName(),
        "static field "
            + field.getName()
            + " is "
            + kind
            + ", of type "
            + field.getRawType().getSimpleName(),
        REMEDY);
  }

  /** A class file has no lines of fields, but those of the code that sets and reads them. */
  private static SourceCodeLocation firstUse(JavaField field) {
    return field.getAccessesToSelf().stream()
        .filter(access -> access.getOriginOwner().equals(field.getOwner()))
        .map(JavaAccess::getSourceCodeLocation)
        .min(Comparator.comparing(SourceCodeLocation::getLineNumber))
        .orElse(field.getSourceCodeLocation());
  }
}
