package dev.heddle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a person wants components to be, as the application's arguments. */
final class Placements {
  private static final Set<String> PLACES = Set.of("local", "sandboxed", "remote");
  private static final String ALL = "all";

  private Placements() {}

  /** Arguments for what {@code --placement} said, by component name or {@code all}. */
  static List<String> arguments(Map<String, String> placements) {
    List<String> arguments = new ArrayList<>();
    placements.forEach(
        (component, place) -> {
          check("--placement " + component + "=" + place, place, PLACES);
          arguments.add(
              component.equals(ALL)
                  ? "--heddle.placement=" + place
                  : "--heddle.components." + component + ".placement=" + place);
        });
    return arguments;
  }

  /** Passes if {@code place} is one of {@code known}; {@code said} is what a person wrote. */
  static void check(String said, String place, Set<String> known) {
    if (known.contains(place)) return;
    String choices = String.join(", ", known.stream().sorted().toList());
    throw CommandFailure.usage(said + ": there is no such place; use one of " + choices);
  }
}
