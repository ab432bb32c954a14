package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.Settings;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.InvalidSettingsException;
import dev.heddle.component.spi.SettingValues;
import dev.heddle.component.spi.SettingsBinding;
import dev.heddle.component.spi.WrongSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what is configured for components with the settings that they declare. */
final class SettingsCheck {
  private static final String RULE = "a component's settings are what it declares";

  private final ComponentCatalog catalog;
  private final RuntimeOptions options;
  private final ImplementationChoice choice;
  private final List<Problem> problems = new ArrayList<>();

  SettingsCheck(ComponentCatalog catalog, RuntimeOptions options, ImplementationChoice choice) {
    this.catalog = catalog;
    this.options = options;
    this.choice = choice;
  }

  List<Problem> problems() {
    for (ComponentDescriptor<?> component : catalog.components()) {
      choice
          .of(component.type())
          .ifPresent(
              implementation -> {
                checkValues(component.name(), implementation);
                checkKeys(component);
              });
    }
    return List.copyOf(problems);
  }

  private void checkValues(String component, ImplementationDescriptor<?> implementation) {
    SettingValues values = new SettingValues(options.component(component).settings());
    try {
      implementation.settings().ifPresent(binding -> binding.bind(values));
    } catch (InvalidSettingsException invalid) {
      for (WrongSetting wrong : invalid.wrong()) {
        problem(property(component, wrong.key()) + " " + wrong.found(), wrong.remedy());
      }
    }
  }

  /** A key may be meant for another implementation, which another environment chooses. */
  private void checkKeys(ComponentDescriptor<?> component) {
    Map<String, String> known = new TreeMap<>();
    for (ImplementationDescriptor<?> candidate : catalog.implementations()) {
      if (candidate.component() != component.type()) continue;
      if (readsAnything(candidate)) return;
      candidate.settings().map(SettingsBinding::keys).orElse(List.of()).stream()
          .forEach(key -> known.put(SettingValues.uniform(key), key));
    }
    for (String key : options.component(component.name()).settings().keySet()) {
      int element = key.indexOf('[');
      String name = element < 0 ? key : key.substring(0, element);
      if (known.containsKey(SettingValues.uniform(name))) continue;
      problem(
          property(component.name(), key) + " is no setting of " + component.name(),
          known.isEmpty()
              ? "Remove it: " + component.name() + " has none"
              : suggestion(name, List.copyOf(known.values())));
    }
  }

  private static boolean readsAnything(ImplementationDescriptor<?> implementation) {
    boolean everything =
        implementation.dependencies().stream()
            .anyMatch(dependency -> dependency.type() == Settings.class);
    // A Spring bean may read them as properties.
    return everything
        || (implementation.runtime() == Runtime.JVM && implementation.settings().isEmpty());
  }

  private static String suggestion(String key, List<String> known) {
    Optional<String> nearest = Names.nearest(key, known);
    return nearest.map(name -> "Did you mean " + name + "? ").orElse("")
        + "The settings are "
        + String.join(", ", known);
  }

  private static String property(String component, String key) {
    return "heddle.components." + component + ".settings" + (key.isEmpty() ? "" : "." + key);
  }

  private void problem(String found, String remedy) {
    problems.add(new Problem(RULE, found, remedy));
  }
}
