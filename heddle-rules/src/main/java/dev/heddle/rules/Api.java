package dev.heddle.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import dev.heddle.component.Capability;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the types that a component lets others name: its interface, capabilities, and all types in
 * the public signatures of these and of the types so found, down to the records of a sealed
 * interface.
 */
final class Api {
  private final Application application;
  private final Set<JavaClass> found = new HashSet<>();
  private final Deque<JavaClass> unread = new ArrayDeque<>();

  private Api(Application application) {
    this.application = application;
  }

  static Set<JavaClass> of(Application application) {
    Api api = new Api(application);
    application.written().stream()
        .filter(each -> Application.isInterface(each) || each.isAnnotatedWith(Capability.class))
        .forEach(api::add);
    while (!api.unread.isEmpty()) api.read(api.unread.remove());
    return Set.copyOf(api.found);
  }

  private void add(JavaClass type) {
    application
        .find(type)
        .filter(each -> !application.isGenerated(each) && !Application.isImplementation(each))
        .filter(found::add)
        .ifPresent(unread::add);
  }

  private void read(JavaClass type) {
    type.getAllRawInterfaces().forEach(this::add);
    type.getAllRawSuperclasses().forEach(this::add);
    type.getPermittedSubclasses().ifPresent(permitted -> permitted.forEach(this::add));
    application.written().stream()
        .filter(each -> each.getEnclosingClass().filter(type::equals).isPresent())
        .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
        .forEach(this::add);
    type.getMembers().stream()
        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(Api::signature)
        .flatMap(each -> each.getAllInvolvedRawTypes().stream())
        .forEach(this::add);
  }

  private static Stream<JavaType> signature(JavaMember member) {
    return switch (member) {
      case JavaField field -> Stream.of(field.getType());
      case JavaCodeUnit unit ->
          Stream.of(
                  Stream.of(unit.getReturnType()),
                  unit.getParameterTypes().stream(),
                  unit.getExceptionTypes().stream())
              .flatMap(types -> types);
      default -> Stream.empty();
    };
  }
}
