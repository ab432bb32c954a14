package dev.heddle.codegen;

import dev.heddle.codegen.Implementation.Kind;
import dev.heddle.codegen.Implementation.Parameter;
import dev.heddle.codegen.Problems.Place;
import dev.heddle.component.Capability;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ComponentSettings;
import dev.heddle.component.Runtime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads a component's implementation. */
final class ImplementationReader {
  private static final String ABSENT = "none";
  private static final Set<String> SEVERAL =
      Set.of("java.util.List", "java.util.Set", "java.util.Collection", "java.util.Map");
  private static final Set<String> QUALIFIERS = Set.of("Qualifier", "Named");

  private final Mirrors mirrors;
  private final Problems problems;
  private final TypeElement element;
  private final Place place;
  private final boolean sandboxable;
  private final String name;
  private final boolean primary;
  private final int maxReplicas;
  private boolean settings;

  ImplementationReader(Mirrors mirrors, Problems problems, TypeElement element) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.element = element;
    this.place = new Place(element, element.getSimpleName().toString());
    ComponentImplementation marked = element.getAnnotation(ComponentImplementation.class);
    this.sandboxable = marked == null || marked.runtime() == Runtime.WASM;
    this.name = marked == null ? "" : marked.name();
    this.primary = marked != null && marked.primary();
    this.maxReplicas = marked == null ? 0 : marked.maxReplicas();
  }

  /** The implementation. Only to be used when no problem was found. */
  Implementation read() {
    checkClass();
    checkName();
    checkReplicas();
    if (sandboxable) checkStereotypes();
    TypeName java = mirrors.nameOf(element);
    Optional<TypeElement> component = component();
    List<Parameter> dependencies = new ArrayList<>();
    Optional<ExecutableElement> constructor = constructor();
    constructor.ifPresent(
        it ->
            it.getParameters()
                .forEach(parameter -> dependencies.add(dependency(parameter, component))));
    PublicationReader publications = new PublicationReader(mirrors, problems, element);
    TypeName interfaceName = component.map(mirrors::nameOf).orElse(java);
    return new Implementation(
        java,
        ComponentReader.base(java),
        interfaceName,
        descriptor(interfaceName),
        sandboxable,
        name,
        primary,
        maxReplicas,
        component.map(mirrors::hasStreams).orElse(false),
        List.copyOf(dependencies),
        constructor.map(publications::read).orElse(List.of()));
  }

  private static TypeName descriptor(TypeName component) {
    return TypeName.of(component.packageName(), ComponentReader.base(component) + "_Descriptor");
  }

  private void checkClass() {
    String found = "";
    if (element.getKind() != ElementKind.CLASS) {
      found = "the " + element.getKind().toString().toLowerCase(java.util.Locale.ROOT);
    } else if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      found = "an abstract class";
    } else if (element.getNestingKind() == NestingKind.MEMBER
        && !element.getModifiers().contains(Modifier.STATIC)) {
      found = "an inner class";
    } else if (!element.getTypeParameters().isEmpty()) {
      found = "a class with type parameters";
    } else if (!mirrors.reachable(element, mirrors.packageOf(element))) {
      found = "a private class";
    }
    if (found.isEmpty()) return;
    problems.add(
        place,
        "@ComponentImplementation marks a class that generated code can construct",
        found,
        "Make it a concrete class, at least package-private; static when it is nested.");
  }

  private void checkName() {
    if (name.isEmpty() || name.matches("[A-Za-z][A-Za-z0-9-]*") && !name.equals(ABSENT)) return;
    problems.add(
        place,
        "An implementation's name is letters, digits and hyphens and begins with a letter",
        "'" + name + "'",
        name.equals(ABSENT)
            ? "Use another: configuration says '" + ABSENT + "' for no implementation at all."
            : "Write @ComponentImplementation(name = \"...\"), or leave it out.");
  }

  private void checkReplicas() {
    if (maxReplicas >= 0) return;
    problems.add(
        place,
        "An implementation runs in at least one process",
        "maxReplicas = " + maxReplicas,
        "Say 1 for what must be single, or leave it out for any number.");
  }

  private void checkStereotypes() {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      String name = Mirrors.qualified(annotation);
      if (!name.startsWith("org.springframework.")) continue;
      problems.add(
          place,
          "An implementation that can run in a sandbox knows nothing of Spring",
          "@" + name.substring(name.lastIndexOf('.') + 1),
          "Remove it, or say @ComponentImplementation(runtime = Runtime.JVM).");
    }
  }

  private Optional<TypeElement> component() {
    Set<TypeElement> found = new LinkedHashSet<>();
    collect(element.asType(), found);
    if (found.size() == 1) return Optional.of(found.iterator().next());
    List<String> names = found.stream().map(it -> it.getSimpleName().toString()).toList();
    problems.add(
        place,
        "An implementation implements exactly one component interface",
        found.isEmpty() ? "none" : String.join(" and ", names),
        found.isEmpty()
            ? "Mark its interface with @ComponentInterface."
            : "Write a class for each.");
    return Optional.empty();
  }

  private void collect(TypeMirror type, Set<TypeElement> found) {
    if (type.getKind() == TypeKind.ERROR) problems.unresolved();
    if (type.getKind() != TypeKind.DECLARED) return;
    TypeElement at = mirrors.elementOf(type).orElseThrow();
    if (at.getAnnotation(ComponentInterface.class) != null) {
      found.add(at);
      return;
    }
    collect(at.getSuperclass(), found);
    at.getInterfaces().forEach(parent -> collect(parent, found));
  }

  private Optional<ExecutableElement> constructor() {
    List<ExecutableElement> reachable =
        ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
            .toList();
    if (reachable.size() != 1) {
      problems.add(
          place,
          "An implementation has exactly one constructor that its package can call",
          reachable.isEmpty() ? "none" : Integer.toString(reachable.size()),
          "Keep the one whose parameters are what the component needs.");
      return Optional.empty();
    }
    if (sandboxable && !reachable.getFirst().getThrownTypes().isEmpty()) {
      problems.add(
          new Place(reachable.getFirst(), place.text()),
          "An implementation's constructor declares no exceptions",
          "throws " + mirrors.nameOf(reachable.getFirst().getThrownTypes().getFirst()),
          "Do the work that may fail in the component's methods.");
    }
    return Optional.of(reachable.getFirst());
  }

  private Parameter dependency(VariableElement parameter, Optional<TypeElement> component) {
    String name = parameter.getSimpleName().toString();
    Place at = new Place(parameter, element.getSimpleName() + "(" + name + ")");
    TypeMirror written = parameter.asType();
    Optional<TypeMirror> held = mirrors.held(written);
    TypeMirror type = held.orElse(written);
    if (type.getKind() == TypeKind.ERROR) problems.unresolved();
    TypeName erased = mirrors.nameOf(mirrors.types().erasure(type));
    Optional<TypeElement> declared = mirrors.elementOf(type);
    if (declared.isPresent() && declared.equals(component)) {
      problems.add(
          at,
          "A component does not depend on itself",
          erased.toString(),
          "Call the method directly, or move what is shared to a component of its own.");
    }
    Kind kind = declared.map(ImplementationReader::kind).orElse(Kind.BEAN);
    if (kind == Kind.COMPONENT) checkQualifiers(at, parameter);
    if (sandboxable && kind == Kind.BEAN && type.getKind() != TypeKind.ERROR) {
      problems.add(
          at,
          "An implementation that can run in a sandbox asks for components and capabilities",
          mirrors.nameOf(written).toString(),
          declared.filter(it -> it.getKind() == ElementKind.RECORD).isPresent()
              ? "If it holds the component's settings, mark it @ComponentSettings."
              : remedy(mirrors.nameOf(mirrors.types().erasure(written)).qualified()));
    }
    if (held.isPresent() && erased.simple().equals("EventPublisher")) {
      problems.add(
          at,
          "Events can always be published",
          mirrors.nameOf(written).toString(),
          "Ask for the EventPublisher itself.");
    }
    if (kind == Kind.SETTINGS) checkSettings(at, held.isPresent());
    // Spring knows what an Optional of a bean is.
    boolean optional = held.isPresent() && kind != Kind.BEAN;
    TypeName asked =
        optional || held.isEmpty() ? erased : mirrors.nameOf(mirrors.types().erasure(written));
    TypeName generated =
        switch (kind) {
          case COMPONENT -> descriptor(asked);
          case CAPABILITY -> Implementation.special(asked) ? asked : descriptor(asked);
          case SETTINGS ->
              TypeName.of(asked.packageName(), ComponentReader.base(asked) + "_Settings");
          case BEAN -> asked;
        };
    return new Parameter(name, asked, kind, optional, generated);
  }

  private static String remedy(String type) {
    if (type.equals("java.time.Clock")) return "Ask for java.time.InstantSource.";
    if (type.equals("java.util.Optional")) {
      return "Write Optional<X>, where X is a component interface or a capability.";
    }
    if (SEVERAL.contains(type)) {
      return "Ask for each by a parameter of its own: a component has one implementation at a time.";
    }
    return "Mark the interface @Capability, or say @ComponentImplementation(runtime = Runtime.JVM).";
  }

  private void checkSettings(Place at, boolean optional) {
    if (optional) {
      problems.add(
          at,
          "A component's settings are always there",
          "an Optional",
          "Ask for the record, and make its parts Optional.");
    }
    if (settings) {
      problems.add(
          at,
          "An implementation has one record of settings",
          "a second",
          "Move what it holds to the first.");
    }
    settings = true;
  }

  private void checkQualifiers(Place at, VariableElement parameter) {
    for (AnnotationMirror annotation : parameter.getAnnotationMirrors()) {
      String simple = annotation.getAnnotationType().asElement().getSimpleName().toString();
      if (!QUALIFIERS.contains(simple)) continue;
      problems.add(
          at,
          "A dependency names a component, never one of its implementations",
          "@" + simple,
          "Choose the implementation by heddle.components.NAME.implementation; a component that"
              + " needs two at once asks for two component interfaces that extend a common one.");
    }
  }

  private static Kind kind(TypeElement type) {
    if (type.getAnnotation(ComponentInterface.class) != null) return Kind.COMPONENT;
    if (type.getAnnotation(ComponentSettings.class) != null) return Kind.SETTINGS;
    boolean capability =
        type.getAnnotation(Capability.class) != null
            || type.getQualifiedName().contentEquals("java.time.InstantSource");
    return capability ? Kind.CAPABILITY : Kind.BEAN;
  }
}
