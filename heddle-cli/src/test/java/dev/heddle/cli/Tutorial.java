package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What {@code docs/tutorial.md} tells its reader to do: a block after {@code <!-- file: PATH -->}
 * is there already, one after {@code <!-- write: PATH -->} is to be written.
 */
final class Tutorial {
  private static final Path DOCUMENT = Path.of("../docs/tutorial.md");
  private static final Pattern FILE =
      Pattern.compile("<!-- (file|write): (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

  private Tutorial() {}

  /** Does to a new project what the document says, and checks what it shows of it. */
  static void follow(Path project) throws IOException {
    for (MatchResult block : FILE.matcher(Files.readString(DOCUMENT)).results().toList()) {
      Path file = project.resolve(block.group(2));
      if (block.group(1).equals("file")) {
        assertThat(file).as("shown in %s", DOCUMENT).hasContent(block.group(3));
      } else {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, block.group(3));
      }
    }
  }
}
