package dev.heddle.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What {@code heddle check} found, for people and for programs. */
record CheckReport(List<Crossing> boundaries) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  CheckReport {
    boundaries = List.copyOf(boundaries);
  }

  boolean passed() {
    return boundaries.isEmpty();
  }

  String json() {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(Map.of("boundaries", boundaries));
  }

  String text() {
    if (boundaries.isEmpty()) return "Boundaries: all kept.\n";
    return boundaries.stream()
        .map(Crossing::text)
        .collect(
            Collectors.joining("\n\n", "Boundaries crossed: " + boundaries.size() + "\n\n", "\n"));
  }
}
