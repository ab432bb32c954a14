package dev.heddle.codegen;

import dev.heddle.component.ValueStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;

/** Questions about the compiler's view of the sources. */
record Mirrors(Elements elements, Types types) {

  static Mirrors of(ProcessingEnvironment environment) {
    return new Mirrors(environment.getElementUtils(), environment.getTypeUtils());
  }

  String packageOf(Element element) {
    return elements.getPackageOf(element).getQualifiedName().toString();
  }

  TypeName nameOf(TypeElement element) {
    String packageName = packageOf(element);
    String qualified = element.getQualifiedName().toString();
    return TypeName.of(
        packageName,
        packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1));
  }

  /** Names a type without the annotations that it may carry. */
  TypeName nameOf(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      List<TypeName> arguments = new ArrayList<>();
      declared.getTypeArguments().forEach(argument -> arguments.add(nameOf(argument)));
      TypeName raw = nameOf(elementOf(declared));
      return new TypeName(raw.packageName(), raw.path(), List.copyOf(arguments));
    }
    if (type instanceof ArrayType array) {
      TypeName component = nameOf(array.getComponentType());
      return new TypeName(component.packageName(), component.path() + "[]", component.arguments());
    }
    if (type.getKind().isPrimitive()) {
      return TypeName.plain(types.getPrimitiveType(type.getKind()).toString());
    }
    return TypeName.plain(type.toString());
  }

  TypeElement elementOf(DeclaredType type) {
    return (TypeElement) type.asElement();
  }

  Optional<TypeElement> elementOf(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? Optional.of(elementOf((DeclaredType) type))
        : Optional.empty();
  }

  /** What an Optional is to hold; empty for other types and a raw one. */
  Optional<TypeMirror> held(TypeMirror type) {
    return type instanceof DeclaredType declared
            && elementOf(declared).getQualifiedName().contentEquals("java.util.Optional")
            && declared.getTypeArguments().size() == 1
        ? Optional.of(declared.getTypeArguments().getFirst())
        : Optional.empty();
  }

  /** Whether generated code in a package can name a type. */
  boolean reachable(TypeElement type, String fromPackage) {
    boolean samePackage = packageOf(type).equals(fromPackage);
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!reachableMember(at, samePackage)) return false;
    }
    return true;
  }

  boolean reachableMember(Element member, boolean samePackage) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        || (samePackage && !member.getModifiers().contains(Modifier.PRIVATE));
  }

  /** Whether the element's source is being compiled, so that an error can point at it. */
  boolean inSource(Element element) {
    JavaFileObject file = elements.getFileObjectOf(element);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
  }

  static boolean annotated(AnnotatedConstruct element, String annotation) {
    return annotation(element, annotation).isPresent();
  }

  static Optional<? extends AnnotationMirror> annotation(AnnotatedConstruct on, String annotation) {
    return on.getAnnotationMirrors().stream()
        .filter(mirror -> qualified(mirror).equals(annotation))
        .findFirst();
  }

  /** Whether any of an element and its type says that it may be null, with any annotation. */
  static boolean nullable(AnnotatedConstruct... constructs) {
    return Arrays.stream(constructs)
        .flatMap(construct -> construct.getAnnotationMirrors().stream())
        .anyMatch(mirror -> qualified(mirror).endsWith(".Nullable"));
  }

  static String qualified(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** Whether a type is a stream of values, whatever its elements are. */
  boolean isStream(TypeMirror type) {
    return elementOf(type)
        .filter(it -> it.getQualifiedName().contentEquals(ValueStream.class.getName()))
        .isPresent();
  }

  /** Whether a method of a component takes or returns a stream. */
  boolean hasStreams(TypeElement component) {
    return ElementFilter.methodsIn(elements.getAllMembers(component)).stream()
        .flatMap(
            method ->
                Stream.concat(
                    Stream.of(method.getReturnType()),
                    method.getParameters().stream().map(VariableElement::asType)))
        .anyMatch(this::isStream);
  }
}
