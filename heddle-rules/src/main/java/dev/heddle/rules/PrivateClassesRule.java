package dev.heddle.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds that components are reached through their interfaces alone. */
final class PrivateClassesRule {
  static final String RULE =
      "A component is reached only through its interface and the types of its signatures.";
  private static final String CONFIGURATION =
      "org.springframework.context.annotation.Configuration";

  private final Application application;
  private final Set<JavaClass> beans;
  private final Findings findings = new Findings();

  PrivateClassesRule(Application application) {
    this.application = application;
    this.beans =
        application
            .implementations()
            .filter(each -> !Application.isSandboxable(each))
            .flatMap(PrivateClassesRule::classAndParameters)
            .collect(Collectors.toSet());
  }

  List<Violation> violations() {
    application.written().stream()
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream().sorted())
        .forEach(this::judge);
    return findings.all();
  }

  private void judge(Dependency dependency) {
    JavaClass origin = dependency.getOriginClass();
    Optional<JavaClass> target = application.find(dependency.getTargetClass());
    if (target.isEmpty() || mayUse(origin, target.get())) return;
    findings.add(
        RULE,
        Findings.place(origin, dependency.getSourceCodeLocation()),
        target.get().getName(),
        Findings.withoutPlace(dependency.getDescription()),
        remedy(target.get()));
  }

  private boolean mayUse(JavaClass origin, JavaClass target) {
    Optional<String> home = application.componentPackage(target);
    if (home.isEmpty() || application.isApi(target)) return true;
    if (home.equals(application.componentPackage(origin))) return !isAnother(origin, target);
    return beans.contains(target)
        && Application.enclosing(origin).anyMatch(each -> each.isMetaAnnotatedWith(CONFIGURATION));
  }

  /** Implementations in one package are as far from each other as in two. */
  private static boolean isAnother(JavaClass origin, JavaClass target) {
    return Application.isImplementation(target)
        && Application.enclosing(origin).noneMatch(target::equals)
        && Application.enclosing(origin).anyMatch(Application::isImplementation);
  }

  private String remedy(JavaClass target) {
    if (application.isGenerated(target)) {
      return "Name the component's interface: generated types are the framework's alone.";
    }
    if (Application.isImplementation(target)) {
      return "Take "
          + target.getAllRawInterfaces().stream()
              .filter(Application::isInterface)
              .map(JavaClass::getSimpleName)
              .findFirst()
              .orElse("its component interface")
          + " as a parameter of the constructor, and make "
          + target.getSimpleName()
          + " package-private.";
    }
    return "Use what the component's interface offers and make "
        + target.getSimpleName()
        + " package-private, or move it to a package that holds no component.";
  }

  private static Stream<JavaClass> classAndParameters(JavaClass implementation) {
    return Stream.concat(
        Stream.of(implementation),
        implementation.getConstructors().stream()
            .flatMap(constructor -> constructor.getRawParameterTypes().stream()));
  }
}
