package dev.heddle.core.spring;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.sandbox.SuppliedModule;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.core.env.Environment;

/** How an application runs, by its configuration. */
final class ConfiguredOptions {

  private ConfiguredOptions() {}

  /**
   * The options.
   *
   * @param revision what the application's revision is with these settings of its components
   */
  static RuntimeOptions of(
      HeddleProperties properties,
      ComponentCatalog catalog,
      Environment environment,
      Function<Map<String, String>, String> revision) {
    Map<String, ComponentOptions> components = new TreeMap<>();
    Map<String, String> settings = new TreeMap<>();
    properties
        .components()
        .forEach(
            (key, configured) -> {
              String name = nameAsDeclared(key, catalog);
              ComponentOptions own = options(properties, configured, catalog);
              components.put(name, own);
              own.module()
                  .flatMap(SuppliedModule::sha256)
                  .ifPresent(digest -> settings.put(name + ".sandbox.module", digest));
              Optional.ofNullable(configured.implementation())
                  .ifPresent(chosen -> settings.put(name + ".implementation", chosen));
              Optional.ofNullable(configured.keyValue().space())
                  .ifPresent(space -> settings.put(name + ".key-value.space", space));
              Optional.ofNullable(configured.blobs().space())
                  .ifPresent(space -> settings.put(name + ".blobs.space", space));
              configured
                  .settings()
                  .forEach((setting, value) -> settings.put(name + ".settings." + setting, value));
            });
    return new RuntimeOptions(
        environment.getProperty("spring.application.name", "application"),
        revision.apply(settings),
        properties.copyLocalCalls(),
        properties.trail().enabled(),
        properties.request().deadline(),
        properties.wire().limits(),
        properties.sandbox().required(),
        properties.placement(),
        properties.sandbox().limits(),
        components);
  }

  private static ComponentOptions options(
      HeddleProperties properties, HeddleProperties.Component own, ComponentCatalog catalog) {
    return new ComponentOptions(
        Optional.ofNullable(own.placement()),
        Optional.ofNullable(own.deadline()),
        Optional.ofNullable(own.implementation()),
        Optional.ofNullable(own.maxReplicas()),
        Optional.of(own.sandbox().over(properties.sandbox())),
        Optional.ofNullable(own.sandbox().module()).map(SuppliedModule::of),
        own.settings(),
        own.rules(name -> nameAsDeclared(name, catalog)));
  }

  /** Environment variables know no case, so a component's name is found whatever its case. */
  static String nameAsDeclared(String key, ComponentCatalog catalog) {
    return catalog.components().stream()
        .map(ComponentDescriptor::name)
        .filter(name -> name.equalsIgnoreCase(key))
        .findFirst()
        .orElse(key);
  }
}
