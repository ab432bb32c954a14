package dev.heddle.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code heddle check} found, for people and for programs.
 *
 * @param outdatedSnapshot the committed snapshot that says something else than the application
 * @param compatibility the comparison with an earlier schema, if one was asked for
 */
record CheckReport(
    List<Crossing> boundaries,
    Optional<String> outdatedSnapshot,
    Optional<Compatibility> compatibility) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  CheckReport {
    boundaries = List.copyOf(boundaries);
  }

  boolean passed() {
    return boundaries.isEmpty()
        && outdatedSnapshot.isEmpty()
        && !compatibility.map(Compatibility::breaks).orElse(false);
  }

  String json() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("boundaries", boundaries);
    document.put("outdatedSnapshot", outdatedSnapshot.orElse(null));
    document.put("compatibility", compatibility.orElse(null));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }

  String text() {
    return boundariesText()
        + outdatedSnapshot.map(CheckReport::outdatedText).orElse("")
        + compatibility.map(each -> "\n" + each.text()).orElse("");
  }

  private String boundariesText() {
    if (boundaries.isEmpty()) return "Boundaries: all kept.\n";
    return boundaries.stream()
        .map(Crossing::text)
        .collect(
            Collectors.joining("\n\n", "Boundaries crossed: " + boundaries.size() + "\n\n", "\n"));
  }

  private static String outdatedText(String file) {
    return "\nA committed snapshot says what the application's schema is.\n  at "
        + file
        + "\n  found: the application has another schema\n  remedy: ./heddle check"
        + " --write-snapshot, and look at the difference; --against REV says what it breaks.\n";
  }
}
