package dev.heddle.core.spring;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.HttpCaller;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.Secrets;
import dev.heddle.component.capability.Settings;
import dev.heddle.component.spi.Dependency;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.capability.GuardedHttpCaller;
import dev.heddle.core.capability.LoggingSystemLog;
import dev.heddle.core.capability.MapSettings;
import dev.heddle.core.capability.ScopedBlobStore;
import dev.heddle.core.capability.ScopedKeyValueStore;
import dev.heddle.core.capability.ScopedSecrets;
import java.util.stream.Stream;

/**
 * Puts something behind each capability that implementations ask for. What a component stores,
 * unless it shares its space, its settings and its log are its own.
 */
final class CapabilityGrants {
  private final CapabilitySource source;
  private final RuntimeOptions options;
  private final HeddleProperties properties;

  CapabilityGrants(CapabilitySource source, RuntimeOptions options, HeddleProperties properties) {
    this.source = source;
    this.options = options;
    this.properties = properties;
  }

  /**
   * Tells {@code builder} of everything that the implementations ask for and there is something
   * for.
   */
  void grantAll(ComponentCatalog catalog, HeddleRuntimeBuilder builder) {
    catalog.implementations().stream()
        .flatMap(implementation -> implementation.dependencies().stream())
        .filter(dependency -> dependency.kind() == Dependency.Kind.CAPABILITY)
        .map(Dependency::type)
        .filter(type -> type != EventPublisher.class)
        .distinct()
        .forEach(type -> grant(type, builder));
    StoreSpaces values = StoreSpaces.ofValues(properties, catalog);
    StoreSpaces blobs = StoreSpaces.ofBlobs(properties, catalog);
    Stream.of(values, blobs).flatMap(it -> it.problems().stream()).forEach(builder::problem);
    builder.capability(
        KeyValueStore.class,
        component ->
            new ScopedKeyValueStore(source.get(KeyValueStore.class), values.of(component)));
    builder.capability(
        BlobStore.class,
        component ->
            new ScopedBlobStore(
                source.get(BlobStore.class),
                blobs.of(component),
                properties.blobs().maxSize().toBytes()));
    builder.capability(
        Settings.class,
        component ->
            new MapSettings(
                options.components().getOrDefault(component, ComponentOptions.NONE).settings()));
    builder.capability(Log.class, component -> new LoggingSystemLog(component, options.revision()));
    builder.capability(Secrets.class, this::secrets);
    builder.capability(HttpCaller.class, this::httpCaller);
    properties
        .components()
        .forEach(
            (key, configured) ->
                new RequiredSecrets(key, configured.requiredSecrets())
                    .problems(() -> secrets(ConfiguredOptions.nameAsDeclared(key, catalog)))
                    .forEach(builder::problem));
  }

  private Secrets secrets(String component) {
    return new ScopedSecrets(source.get(Secrets.class), component);
  }

  private HttpCaller httpCaller(String component) {
    HeddleProperties.Component.Http granted =
        properties.components().entrySet().stream()
            .filter(configured -> configured.getKey().equalsIgnoreCase(component))
            .map(configured -> configured.getValue().http())
            .findFirst()
            .orElse(HeddleProperties.Component.Http.NONE);
    return new GuardedHttpCaller(
        source.get(HttpCaller.class),
        component,
        granted.allow(),
        granted.privateAddresses(),
        properties.http().limits());
  }

  private <T> void grant(Class<T> type, HeddleRuntimeBuilder builder) {
    if (source.has(type)) builder.capability(type, component -> source.get(type));
  }
}
