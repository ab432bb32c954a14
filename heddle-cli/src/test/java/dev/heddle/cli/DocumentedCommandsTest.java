package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * Holds that the commands in the README's and docs' blocks of shell are understood; none is run.
 */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void areUnderstood() throws IOException {
    List<String> strange = new ArrayList<>();
    for (Path file : documents()) {
      List<String> lines = Files.readAllLines(file);
      boolean shell = false;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (line.startsWith("```")) {
          shell = line.matches("```(sh|console)");
        } else if (shell && line.matches("(\\$ )?\\./heddle .*") && !unchecked(lines, i)) {
          try {
            parse(line.replaceFirst("^(\\$ )?\\./heddle ", ""));
          } catch (CommandLine.ParameterException misunderstood) {
            strange.add(ROOT.relativize(file) + ":" + (i + 1) + ": " + misunderstood.getMessage());
          }
        }
      }
    }
    assertThat(strange)
        .as("Mend the command, or say '<!-- unchecked: REASON -->' in the line before its block")
        .isEmpty();
  }

  @Test
  void findsACommandThatDoesNotExist() {
    org.assertj.core.api.Assertions.assertThatExceptionOfType(CommandLine.ParameterException.class)
        .isThrownBy(() -> parse("chekc -o json"));
  }

  private static void parse(String command) {
    String words = command.replaceAll("\\s(#|\\||>|&).*", "");
    new CommandLine(new HeddleCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(Arrays.stream(words.strip().split("\\s+")).toArray(String[]::new));
  }

  private static boolean unchecked(List<String> lines, int line) {
    int fence = line;
    while (fence > 0 && !lines.get(fence).strip().startsWith("```")) fence--;
    return fence > 0 && lines.get(fence - 1).strip().startsWith("<!-- unchecked:");
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), files.sorted())
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }
}
