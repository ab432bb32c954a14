package dev.heddle.cli;

import dev.heddle.rules.Violation;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A boundary that is crossed, as a person at a terminal needs it.
 *
 * @param rule the rule, as a sentence
 * @param type the class where it is crossed; empty where it is no class
 * @param file its source, as seen from the project's folder, with the line where it is known
 * @param found what stands there
 * @param remedy what to do instead
 */
record Crossing(String rule, String type, String file, String found, String remedy) {
  private static final Pattern PLACE = Pattern.compile("(\\S+) \\((\\S+?)((?::\\d+)?)\\)");
  private static final Pattern DECLARATION = Pattern.compile("allowingCycle\\((\"[^)]*\")\\)");

  static Crossing of(Violation violation, Sources sources) {
    Matcher place = PLACE.matcher(violation.place());
    boolean known = place.matches();
    return new Crossing(
        violation.rule(),
        known ? place.group(1) : "",
        known
            ? sources.file(place.group(1), place.group(2)) + place.group(3)
            : withOptions(violation.place()),
        violation.found(),
        withOptions(violation.remedy()));
  }

  String text() {
    return rule
        + "\n  at "
        + (type.isEmpty() ? file : file + " (" + type + ")")
        + "\n  found: "
        + found
        + "\n  remedy: "
        + remedy;
  }

  /** In a test a cycle is declared by a call, here by an option. */
  private static String withOptions(String text) {
    return DECLARATION
        .matcher(text)
        .replaceAll(
            call ->
                Arrays.stream(call.group(1).split(", "))
                    .map(name -> name.replace("\"", ""))
                    .collect(Collectors.joining(",", "--allow-cycle ", "")));
  }
}
