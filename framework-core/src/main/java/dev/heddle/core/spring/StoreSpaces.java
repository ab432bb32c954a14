package dev.heddle.core.spring;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which space of a store each component uses: one of its own, named as it is, or the one that the
 * configuration names. Nobody comes into another component's space unless that one names it too.
 */
final class StoreSpaces {
  /** No slash: it ends the space's name within the store. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  private final String property;
  private final Map<String, String> named = new TreeMap<>();
  private final TreeSet<String> components = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private StoreSpaces(
      String property,
      HeddleProperties properties,
      ComponentCatalog catalog,
      Function<HeddleProperties.Component, HeddleProperties.Component.Space> configured) {
    this.property = property;
    catalog.components().stream().map(ComponentDescriptor::name).forEach(components::add);
    properties
        .components()
        .forEach(
            (key, component) ->
                Optional.ofNullable(configured.apply(component).space())
                    .ifPresent(
                        space -> named.put(ConfiguredOptions.nameAsDeclared(key, catalog), space)));
  }

  /** Of the key-value store. */
  static StoreSpaces ofValues(HeddleProperties properties, ComponentCatalog catalog) {
    return new StoreSpaces(
        "key-value.space", properties, catalog, HeddleProperties.Component::keyValue);
  }

  /** Of the blob store. */
  static StoreSpaces ofBlobs(HeddleProperties properties, ComponentCatalog catalog) {
    return new StoreSpaces("blobs.space", properties, catalog, HeddleProperties.Component::blobs);
  }

  /** The space of a component. */
  String of(String component) {
    return named.getOrDefault(component, component);
  }

  /** What is wrong with the names. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    named.forEach(
        (component, space) ->
            (NAME.matcher(space).matches()
                    ? uninvited(component, space)
                    : Optional.of(malformed(component, space)))
                .ifPresent(problems::add));
    return problems;
  }

  private Problem malformed(String component, String space) {
    return new Problem(
        "a space's name is a letter, then letters, digits, _ or -, 64 characters at most",
        line(component) + " is '" + space + "'",
        "Give it another name, such as shared-orders");
  }

  /** A typing error, or one team's configuration, must not open what another component keeps. */
  private Optional<Problem> uninvited(String component, String space) {
    String owner = components.ceiling(space);
    if (owner == null || !owner.equalsIgnoreCase(space)) return Optional.empty();
    if (owner.equals(component) || space.equals(named.get(owner))) return Optional.empty();
    return Optional.of(
        new Problem(
            "two components share a space only when both name it",
            line(component)
                + " is '"
                + space
                + "', the space of the component "
                + owner
                + ", which does not name it",
            "Say "
                + both(component, owner)
                + ", if "
                + component
                + " is to read and write what "
                + owner
                + " keeps; else choose a name that no component has"));
  }

  private String both(String component, String owner) {
    String shared = of(owner);
    return line(component) + "=" + shared + " and " + line(owner) + "=" + shared;
  }

  private String line(String component) {
    return "heddle.components." + component + "." + property;
  }
}
