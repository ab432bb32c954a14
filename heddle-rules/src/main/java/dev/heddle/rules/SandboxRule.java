package dev.heddle.rules;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds that implementations for the sandbox, and what they use inside the application, ask for
 * nothing that a guest lacks.
 */
final class SandboxRule {
  private final Application application;
  private final Findings findings = new Findings();

  SandboxRule(Application application) {
    this.application = application;
  }

  List<Violation> violations() {
    application
        .implementations()
        .filter(Application::isSandboxable)
        .flatMap(each -> usedBy(each).values().stream())
        .distinct()
        .sorted(Comparator.comparing(JavaClass::getName))
        .forEach(this::judge);
    return findings.all();
  }

  /** The class and the application's classes that it uses, up to other implementations. */
  private Map<String, JavaClass> usedBy(JavaClass implementation) {
    Map<String, JavaClass> used = new TreeMap<>(Map.of(implementation.getName(), implementation));
    Deque<JavaClass> unread = new ArrayDeque<>(List.of(implementation));
    while (!unread.isEmpty()) {
      unread.remove().getDirectDependenciesFromSelf().stream()
          .flatMap(dependency -> application.find(dependency.getTargetClass()).stream())
          .filter(each -> !application.isGenerated(each) && !Application.isImplementation(each))
          .filter(each -> used.putIfAbsent(each.getName(), each) == null)
          .forEach(unread::add);
    }
    return used;
  }

  private void judge(JavaClass type) {
    StaticState.judge(type, findings);
    type.getDirectDependenciesFromSelf().stream().sorted().forEach(this::judge);
    type.getAccessesFromSelf().stream()
        .sorted(Comparator.comparing(JavaAccess::getLineNumber))
        .forEach(this::judge);
  }

  private void judge(Dependency dependency) {
    String target = dependency.getTargetClass().getBaseComponentType().getName();
    Lacking.ofType(target)
        .ifPresent(
            lacking ->
                findings.add(
                    lacking.rule(),
                    Findings.place(dependency.getOriginClass(), dependency.getSourceCodeLocation()),
                    target,
                    Findings.withoutPlace(dependency.getDescription()),
                    lacking.remedy()));
  }

  private static String parameters(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget called)) return "";
    return called.getRawParameterTypes().stream()
        .map(JavaClass::getName)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private void judge(JavaAccess<?> access) {
    String target = access.getTargetOwner().getName() + "." + access.getTarget().getName();
    Lacking.ofMethod(target, parameters(access))
        .ifPresent(
            lacking ->
                findings.add(
                    lacking.rule(),
                    Findings.place(access.getOriginOwner(), access.getSourceCodeLocation()),
                    target,
                    Findings.withoutPlace(access.getDescription()),
                    lacking.remedy()));
  }
}
