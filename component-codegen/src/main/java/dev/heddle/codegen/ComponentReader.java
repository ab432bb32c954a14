package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Subscribe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads a component interface, or a capability, which obeys the same rules. */
final class ComponentReader {
  private final Mirrors mirrors;
  private final Problems problems;
  private final TypeElement element;
  private final String annotation;

  /**
   * A reader of one interface.
   *
   * @param annotation the annotation that it carries, for messages
   */
  ComponentReader(Mirrors mirrors, Problems problems, TypeElement element, String annotation) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.element = element;
    this.annotation = annotation;
  }

  /** The component. Only to be used when no problem was found. */
  Component read() {
    TypeName java = mirrors.nameOf(element);
    String name = componentName();
    Place place = new Place(element, element.getSimpleName().toString());
    if (!checkInterface(place)) return empty(java, name);
    checkName(name, place);
    List<ExecutableElement> methods = methods();
    List<String> reserved = new ArrayList<>(List.of(name));
    for (ExecutableElement method : methods) {
      String rpc = Names.capitalized(method.getSimpleName().toString());
      reserved.add(rpc + "Request");
      reserved.add(rpc + "Response");
    }
    Messages messages = new Messages(reserved);
    List<Method> read = read(methods, messages, base(java));
    return new Component(
        java, base(java), name, protoPackage(java, name), read, messages.all(), memberTypes());
  }

  private List<Method> read(List<ExecutableElement> methods, Messages messages, String base) {
    String packageName = mirrors.packageOf(element);
    TypeReader types = new TypeReader(mirrors, problems, messages, packageName);
    ExceptionReader exceptions =
        new ExceptionReader(mirrors, problems, messages, types, packageName);
    MethodReader reader =
        new MethodReader(mirrors, problems, types, exceptions, element, base + "_Stub");
    List<Method> read = new ArrayList<>();
    for (ExecutableElement method : methods) {
      read.add(reader.read(method, read.size()));
      if (annotation.equals("@Capability")) checkCapability(method, read.getLast());
    }
    return List.copyOf(read);
  }

  private void checkCapability(ExecutableElement method, Method read) {
    Place place =
        new Place(
            mirrors.inSource(method) ? method : element,
            element.getSimpleName() + "." + method.getSimpleName());
    if (method.getAnnotation(Subscribe.class) != null) {
      problems.add(
          place,
          "A capability subscribes to nothing",
          "@Subscribe",
          "Subscribe in a component's interface.");
    }
    if (read.streams()) {
      problems.add(
          place,
          "A capability neither takes nor returns a stream",
          "ValueStream",
          "Use a List, in pages when it is long, or make it a component.");
    }
  }

  private static Component empty(TypeName java, String name) {
    return new Component(java, base(java), name, "", List.of(), List.of(), Set.of());
  }

  static String base(TypeName java) {
    return java.path().replace('.', '_');
  }

  static String protoPackage(TypeName java, String name) {
    String parent = java.packageName().isEmpty() ? "" : java.packageName() + ".";
    return (parent + name).toLowerCase(Locale.ROOT);
  }

  private String componentName() {
    ComponentInterface given = element.getAnnotation(ComponentInterface.class);
    return given == null || given.name().isEmpty()
        ? element.getSimpleName().toString()
        : given.name();
  }

  private boolean checkInterface(Place place) {
    String rule = annotation + " marks an interface";
    if (element.getKind() != ElementKind.INTERFACE) {
      String kind = element.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
      problems.add(
          place,
          rule,
          "the " + kind + " " + element.getSimpleName(),
          "Mark the interface that it implements.");
      return false;
    }
    if (!element.getTypeParameters().isEmpty()) {
      problems.add(
          place,
          rule + " without type parameters",
          "<" + element.getTypeParameters().getFirst().getSimpleName() + ">",
          "Extend the generic interface by one that names the types, and mark that.");
      return false;
    }
    if (element.getModifiers().contains(Modifier.SEALED)) {
      problems.add(
          place, rule + " that generated code may implement", "'sealed'", "Remove 'sealed'.");
      return false;
    }
    if (!mirrors.reachable(element, mirrors.packageOf(element))) {
      problems.add(
          place,
          rule + " that generated code can name",
          "'private'",
          "Make it, and what it is nested in, at least package-private.");
      return false;
    }
    return true;
  }

  private void checkName(String name, Place place) {
    if (annotation.equals("@ComponentInterface") && !name.matches("[A-Z][A-Za-z0-9]*")) {
      problems.add(
          place,
          "A component's name is of letters and digits and begins with an upper-case letter",
          "'" + name + "'",
          "Give another with @ComponentInterface(name = \"...\").");
    }
    checkPackage(mirrors.packageOf(element), place, problems);
  }

  static void checkPackage(String packageName, Place place, Problems problems) {
    if (packageName.matches("[A-Za-z0-9_.]*")) return;
    problems.add(
        place,
        "Names in the .proto are of ASCII letters, digits and underscores",
        "package " + packageName,
        "Rename it.");
  }

  /** The interface's own methods in order, then those of the interfaces that it extends. */
  private List<ExecutableElement> methods() {
    Map<String, ExecutableElement> byRpc = new LinkedHashMap<>();
    collect(element, byRpc, new HashSet<>());
    return List.copyOf(byRpc.values());
  }

  private void collect(
      TypeElement type, Map<String, ExecutableElement> byRpc, Set<TypeElement> seen) {
    if (!seen.add(type)) return;
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      Set<Modifier> modifiers = method.getModifiers();
      if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) continue;
      if (ofEveryObject(method)) continue;
      String rpc = Names.capitalized(method.getSimpleName().toString());
      ExecutableElement known = byRpc.putIfAbsent(rpc, method);
      if (known != null && !sameMethod(known, method)) overloaded(known, method);
    }
    for (TypeMirror parent : type.getInterfaces()) {
      mirrors.elementOf(parent).ifPresent(it -> collect(it, byRpc, seen));
      if (mirrors.elementOf(parent).isEmpty()) problems.unresolved();
    }
  }

  /** Whether the method only repeats one of {@code Object}'s, which never leave the process. */
  private boolean ofEveryObject(ExecutableElement method) {
    TypeElement object = mirrors.elements().getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .anyMatch(
            inherited ->
                mirrors.elements().overrides(method, inherited, element)
                    || (method.getSimpleName().equals(inherited.getSimpleName())
                        && mirrors
                            .types()
                            .isSubsignature(
                                (ExecutableType) method.asType(),
                                (ExecutableType) inherited.asType())));
  }

  /** Whether both say the same; interfaces that know nothing of each other may. */
  private boolean sameMethod(ExecutableElement known, ExecutableElement method) {
    return known.getSimpleName().equals(method.getSimpleName())
        && mirrors.types().isSubsignature(inherited(known), inherited(method));
  }

  private ExecutableType inherited(ExecutableElement method) {
    DeclaredType component = (DeclaredType) element.asType();
    return (ExecutableType) mirrors.types().asMemberOf(component, method);
  }

  private void overloaded(ExecutableElement known, ExecutableElement method) {
    Element shown = mirrors.inSource(method) ? method : element;
    String place = element.getSimpleName() + "." + method.getSimpleName();
    boolean sameName = known.getSimpleName().equals(method.getSimpleName());
    problems.add(
        new Place(shown, place),
        "A method's name is its name on the wire, so a component has it once",
        sameName
            ? "an overload"
            : "a name that differs from " + known.getSimpleName() + " only in case",
        "Give it a name of its own.");
  }

  private Set<String> memberTypes() {
    Set<String> names = new HashSet<>();
    for (Element member : mirrors.elements().getAllMembers(element)) {
      if (member instanceof TypeElement) names.add(member.getSimpleName().toString());
    }
    return Set.copyOf(names);
  }
}
