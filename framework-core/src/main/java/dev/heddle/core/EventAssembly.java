package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.EventDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks that an application's events fit together. */
final class EventAssembly {
  private final ComponentCatalog catalog;
  private final boolean kept;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A check of a catalog.
   *
   * @param catalog what is part of the application
   * @param kept whether something keeps events
   */
  EventAssembly(ComponentCatalog catalog, boolean kept) {
    this.catalog = catalog;
    this.kept = kept;
  }

  /** Names of the components that publish each event type. */
  static Map<Class<?>, Set<String>> publishers(ComponentCatalog catalog) {
    Map<Class<?>, String> names = new java.util.HashMap<>();
    catalog.components().forEach(component -> names.put(component.type(), component.name()));
    Map<Class<?>, Set<String>> publishers = new java.util.HashMap<>();
    catalog
        .implementations()
        .forEach(
            implementation ->
                implementation
                    .publications()
                    .forEach(
                        publication ->
                            publishers
                                .computeIfAbsent(
                                    publication.event().type(), type -> new TreeSet<>())
                                .add(
                                    names.getOrDefault(
                                        implementation.component(),
                                        implementation.component().getName()))));
    return publishers;
  }

  /** Every event type that is published or subscribed to, once, by name. */
  static List<EventDescriptor<?>> events(ComponentCatalog catalog) {
    Map<String, EventDescriptor<?>> events = new TreeMap<>();
    catalog.implementations().stream()
        .flatMap(implementation -> implementation.publications().stream())
        .forEach(it -> events.put(it.event().type().getName(), it.event()));
    for (ComponentDescriptor<?> component : catalog.components()) {
      component.subscriptions().forEach(it -> events.put(it.event().type().getName(), it.event()));
    }
    return List.copyOf(events.values());
  }

  List<Problem> problems() {
    List<EventDescriptor<?>> events = events(catalog);
    if (!kept && !events.isEmpty()) {
      problem(
          "events are kept by a backend",
          "there is none for " + String.join(", ", events.stream().map(it -> it.name()).toList()),
          "Set heddle.events.backend to one that is on the class path, such as embedded");
    }
    checkNames(events);
    Map<Class<?>, Set<String>> publishers = publishers(catalog);
    for (EventDescriptor<?> event : events) {
      Set<String> claimants = publishers.getOrDefault(event.type(), Set.of());
      if (claimants.size() < 2 || event.shared()) continue;
      problem(
          "an event belongs to the component that publishes it",
          event.name() + " is published by " + String.join(" and ", claimants),
          "Let one of them publish it, or share it on purpose: @Event(shared = true)");
    }
    return List.copyOf(problems);
  }

  private void checkNames(List<EventDescriptor<?>> events) {
    Map<String, List<String>> types = new TreeMap<>();
    events.forEach(
        event ->
            types
                .computeIfAbsent(event.name(), name -> new ArrayList<>())
                .add(event.type().getName()));
    types.forEach(
        (name, claimants) -> {
          if (claimants.size() < 2) return;
          problem(
              "an event's name is unique",
              name + " names " + String.join(" and ", claimants),
              "Give one of them another by @Event(name = ...)");
        });
  }

  private void problem(String rule, String found, String remedy) {
    problems.add(new Problem(rule, found, remedy));
  }
}
