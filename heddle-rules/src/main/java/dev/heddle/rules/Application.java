package dev.heddle.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import dev.heddle.component.Capability;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ComponentSettings;
import dev.heddle.component.Event;
import dev.heddle.component.Runtime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of an application, and which of them are components, their API and generated. */
final class Application {
  private static final Pattern GENERATED =
      Pattern.compile(
          "([^$]+)_(Stub|Skeleton|Codec|Descriptor|Implementation|Guest|Settings|Event)(\\$.*)?");
  private static final String HEDDLE = "dev.heddle.component";

  private final Map<String, JavaClass> classes;
  private final boolean components;
  private final Set<String> originals;
  private final Set<String> packages;
  private final List<JavaClass> written;
  private final Set<JavaClass> api;

  private Application(Map<String, JavaClass> classes) {
    this.classes = classes;
    List<JavaClass> annotated =
        classes.values().stream()
            .filter(each -> isInterface(each) || isImplementation(each))
            .toList();
    List<JavaClass> travelling =
        Stream.concat(
                annotated.stream(),
                classes.values().stream()
                    .filter(each -> each.isAnnotatedWith(Event.class) || isSettings(each)))
            .toList();
    this.components = !travelling.isEmpty();
    this.originals =
        Stream.concat(
                travelling.stream(),
                classes.values().stream().filter(each -> each.isAnnotatedWith(Capability.class)))
            .map(each -> each.getName().replace('$', '_'))
            .collect(Collectors.toSet());
    this.packages =
        annotated.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    this.written =
        classes.values().stream()
            .filter(each -> !isGenerated(each))
            .sorted(Comparator.comparing(JavaClass::getName))
            .toList();
    this.api = Api.of(this);
  }

  static Application of(JavaClasses imported) {
    return new Application(
        imported.stream()
            .filter(each -> !(each.getPackageName() + ".").startsWith(HEDDLE + "."))
            .collect(Collectors.toMap(JavaClass::getName, Function.identity())));
  }

  boolean hasComponents() {
    return components;
  }

  /** What people wrote, by name. */
  List<JavaClass> written() {
    return written;
  }

  Stream<JavaClass> implementations() {
    return written().stream().filter(Application::isImplementation);
  }

  /** The class as it was imported, with all its members. */
  Optional<JavaClass> find(JavaClass type) {
    return Optional.ofNullable(classes.get(type.getBaseComponentType().getName()));
  }

  /** The nearest package, of the class or above it, that holds a component. */
  Optional<String> componentPackage(JavaClass type) {
    String name = type.getPackageName();
    while (!packages.contains(name)) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) return Optional.empty();
      name = name.substring(0, dot);
    }
    return Optional.of(name);
  }

  /** Whether other components may name the type. */
  boolean isApi(JavaClass type) {
    return api.contains(type);
  }

  boolean isGenerated(JavaClass type) {
    Matcher matcher = GENERATED.matcher(type.getName());
    return matcher.matches() && originals.contains(matcher.group(1));
  }

  static boolean isInterface(JavaClass type) {
    return type.isAnnotatedWith(ComponentInterface.class);
  }

  private static boolean isSettings(JavaClass type) {
    return type.isAnnotatedWith(ComponentSettings.class);
  }

  static boolean isImplementation(JavaClass type) {
    return type.isAnnotatedWith(ComponentImplementation.class);
  }

  static boolean isSandboxable(JavaClass implementation) {
    return implementation
        .getAnnotationOfType(ComponentImplementation.class.getName())
        .tryGetExplicitlyDeclaredProperty("runtime")
        .map(runtime -> ((JavaEnumConstant) runtime).name().equals(Runtime.WASM.name()))
        .orElse(true);
  }

  /** The class itself, and those it is nested in, from the inside out. */
  static Stream<JavaClass> enclosing(JavaClass type) {
    return Stream.iterate(
            Optional.of(type),
            Optional::isPresent,
            each -> each.flatMap(JavaClass::getEnclosingClass))
        .flatMap(Optional::stream);
  }
}
