package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks that components, implementations, grants and configuration fit together, and finds
 * everything that is wrong before anything is built.
 */
final class Assembly {
  private final ComponentCatalog catalog;
  private final RuntimeOptions options;
  private final Set<Class<?>> supplied;
  private final Set<Class<?>> capabilities;
  private final boolean events;
  private final ImplementationChoice choice;
  private final PlacementCheck placements;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param supplied components whose implementation is given from outside
   * @param capabilities what can be granted
   * @param events whether something keeps events
   * @param choice which implementations are meant
   * @param placements which placements this process can offer
   */
  Assembly(
      ComponentCatalog catalog,
      RuntimeOptions options,
      Set<Class<?>> supplied,
      Set<Class<?>> capabilities,
      boolean events,
      ImplementationChoice choice,
      PlacementCheck placements) {
    this.catalog = catalog;
    this.options = options;
    this.supplied = supplied;
    this.capabilities = capabilities;
    this.events = events;
    this.choice = choice;
    this.placements = placements;
  }

  /** Everything that is wrong; empty when the application can start. */
  List<Problem> problems() {
    checkNames();
    checkImplementations();
    checkGrants();
    problems.addAll(new EventAssembly(choice.part(), events).problems());
    problems.addAll(new SettingsCheck(catalog, options, choice).problems());
    problems.addAll(new ModuleCheck(catalog, options, choice).problems());
    problems.addAll(new DependencyCycles(dependencies()).problems());
    checkConfiguration();
    checkPlacements();
    problems.addAll(new PlacementRulesCheck(names(), options).problems());
    return List.copyOf(problems);
  }

  private void checkNames() {
    Map<String, List<String>> types =
        catalog.components().stream()
            .collect(
                Collectors.groupingBy(
                    ComponentDescriptor::name,
                    TreeMap::new,
                    Collectors.mapping(c -> c.type().getName(), Collectors.toList())));
    types.forEach(
        (name, claimants) -> {
          if (claimants.size() > 1) {
            problem(
                "a component's name is unique",
                name + " names " + String.join(" and ", claimants),
                "Give one of them another by @ComponentInterface(name = ...)");
          }
        });
  }

  private void checkImplementations() {
    problems.addAll(choice.problems());
    for (ImplementationDescriptor<?> implementation : choice.all()) {
      if (options.sandboxRequired() && implementation.runtime() == Runtime.JVM) {
        problem(
            "heddle.sandbox.required allows no unsandboxed implementation",
            implementation.type().getName() + " has runtime JVM",
            "Make it Runtime.WASM, or do not require the sandbox");
      }
    }
    for (ComponentDescriptor<?> component : catalog.components()) {
      choice.of(component.type()).ifPresent(one -> checkReplicas(component.name(), one));
    }
    Set<Class<?>> implemented =
        catalog.implementations().stream()
            .map(ImplementationDescriptor::component)
            .collect(Collectors.toSet());
    for (ComponentDescriptor<?> component : catalog.components()) {
      if (supplied.contains(component.type()) || implemented.contains(component.type())) continue;
      if (choice.absent(component.name())) continue;
      problem(
          "every component has an implementation",
          component.name() + " (" + component.type().getName() + ") has none on the class path",
          "Annotate the class that implements it with @ComponentImplementation, and see that its"
              + " module runs the annotation processor component-codegen");
    }
  }

  private void checkReplicas(String component, ImplementationDescriptor<?> implementation) {
    int declared = implementation.maxReplicas();
    int configured = options.component(component).maxReplicas().orElse(0);
    if (declared == 0 || configured <= declared) return;
    problem(
        "configuration allows no more replicas than the implementation does",
        "heddle.components."
            + component
            + ".max-replicas is "
            + configured
            + ", and "
            + implementation.type().getName()
            + " has maxReplicas = "
            + declared,
        "Say " + declared + " at most, or remove the line");
  }

  private void checkGrants() {
    Set<Class<?>> known =
        catalog.components().stream().map(ComponentDescriptor::type).collect(Collectors.toSet());
    for (ImplementationDescriptor<?> implementation : choice.all()) {
      for (Dependency dependency : implementation.dependencies()) {
        if (dependency.optional()) continue;
        String place = implementation.type().getName() + "(" + dependency.name() + ")";
        switch (dependency.kind()) {
          case COMPONENT -> checkComponent(place, dependency.type(), known);
          case CAPABILITY -> checkCapability(place, dependency.type());
          case SETTINGS, BEAN -> {}
        }
      }
    }
  }

  private void checkComponent(String place, Class<?> type, Set<Class<?>> known) {
    absentName(type)
        .ifPresent(
            name ->
                problem(
                    "a component depends on components of the application",
                    place + " asks for " + name + ", which is to have no implementation",
                    "Remove heddle.components."
                        + name
                        + ".implementation=none, or ask for Optional<"
                        + type.getSimpleName()
                        + ">"));
    if (known.contains(type)) return;
    problem(
        "a component depends on components of the application",
        place + " asks for " + type.getName() + ", which is not on the class path's index",
        "Build the module of "
            + type.getName()
            + " with the annotation processor component-codegen");
  }

  private void checkCapability(String place, Class<?> type) {
    // What is missing behind events is told once, for all of them.
    if (type == EventPublisher.class || capabilities.contains(type)) return;
    problem(
        "a capability is granted by the host",
        place + " asks for " + type.getName() + ", and nothing stands behind it",
        "Define a bean of type " + type.getSimpleName());
  }

  private Optional<String> absentName(Class<?> type) {
    return catalog.components().stream()
        .filter(component -> component.type() == type)
        .map(ComponentDescriptor::name)
        .filter(choice::absent)
        .findFirst();
  }

  private void checkPlacements() {
    for (ComponentDescriptor<?> component : catalog.components()) {
      if (choice.absent(component.name())) continue;
      options
          .component(component.name())
          .placement()
          .flatMap(placement -> placements.refusal(component, placement))
          .ifPresent(problems::add);
    }
  }

  private void checkConfiguration() {
    Set<String> names = names();
    options
        .components()
        .forEach(
            (name, configured) -> {
              if (!names.contains(name)) {
                problem(
                    "configuration names components of the application",
                    "heddle.components." + name + " names none",
                    Names.suggestion(name, names));
              }
            });
  }

  private Set<String> names() {
    return catalog.components().stream().map(ComponentDescriptor::name).collect(Collectors.toSet());
  }

  private Map<String, List<String>> dependencies() {
    Map<Class<?>, String> names = new LinkedHashMap<>();
    catalog.components().forEach(component -> names.put(component.type(), component.name()));
    Map<String, List<String>> dependencies = new TreeMap<>();
    for (ImplementationDescriptor<?> implementation : choice.all()) {
      String name = names.get(implementation.component());
      if (name == null) continue;
      List<String> needed = dependencies.computeIfAbsent(name, first -> new ArrayList<>());
      implementation.dependencies().stream()
          .map(dependency -> Optional.ofNullable(names.get(dependency.type())))
          .flatMap(Optional::stream)
          .forEach(needed::add);
    }
    return dependencies;
  }

  private void problem(String rule, String found, String remedy) {
    problems.add(new Problem(rule, found, remedy));
  }
}
