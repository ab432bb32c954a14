package dev.heddle.codegen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the type arguments with which a permitted type belongs to a sealed interface. */
final class Instantiation {
  private final Mirrors mirrors;

  Instantiation(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /** What was found. */
  sealed interface Found {}

  /** The permitted type with its arguments. */
  record Determined(DeclaredType type) implements Found {}

  /** No value of the permitted type is one of the sealed interface with these arguments. */
  record Impossible() implements Found {}

  /** A type parameter could be anything. */
  record Undetermined(String variable) implements Found {}

  Found of(TypeElement member, DeclaredType sealed) {
    Map<Element, TypeMirror> bound = new HashMap<>();
    for (TypeMirror parent : member.getInterfaces()) {
      DeclaredType declared = (DeclaredType) parent;
      if (!declared.asElement().equals(sealed.asElement())) continue;
      if (!unify(declared.getTypeArguments(), sealed.getTypeArguments(), bound)) {
        return new Impossible();
      }
    }
    for (TypeParameterElement parameter : member.getTypeParameters()) {
      if (!bound.containsKey(parameter)) {
        return new Undetermined(parameter.getSimpleName().toString());
      }
    }
    TypeMirror[] arguments =
        member.getTypeParameters().stream().map(bound::get).toArray(TypeMirror[]::new);
    return new Determined(mirrors.types().getDeclaredType(member, arguments));
  }

  private boolean unify(
      List<? extends TypeMirror> open,
      List<? extends TypeMirror> given,
      Map<Element, TypeMirror> bound) {
    for (int i = 0; i < open.size(); i++) {
      if (!unify(open.get(i), given.get(i), bound)) return false;
    }
    return true;
  }

  private boolean unify(TypeMirror open, TypeMirror given, Map<Element, TypeMirror> bound) {
    if (open.getKind() == TypeKind.TYPEVAR) {
      TypeMirror before = bound.putIfAbsent(mirrors.types().asElement(open), given);
      return before == null || mirrors.types().isSameType(before, given);
    }
    if (open instanceof DeclaredType openType
        && given instanceof DeclaredType givenType
        && openType.asElement().equals(givenType.asElement())) {
      return unify(openType.getTypeArguments(), givenType.getTypeArguments(), bound);
    }
    return mirrors.types().isSameType(open, given);
  }
}
