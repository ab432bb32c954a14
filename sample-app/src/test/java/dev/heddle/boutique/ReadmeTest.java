package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the stub's methods that the project's README shows against the one that the annotation
 * processor wrote. After a change that is meant, {@code mvn test -pl sample-app -am
 * -Dheddle.docs=refresh} shows the new one.
 */
final class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final Path STUB =
      Path.of(
          "target/generated-sources/annotations/dev/heddle/boutique/shipping/Shipping_Stub.java");
  private static final Pattern METHOD =
      Pattern.compile(
          "  @Override\n  public Money quote\\([^)]*\\) \\{\n    Shipping local = .*?\n  }\n\n"
              + "  private Money quoteLeaving.*?\n  }\n",
          Pattern.DOTALL);

  @Test
  void showsTheGeneratedCodeAsItIs() throws IOException {
    String readme = Files.readString(README);
    Matcher shown = METHOD.matcher(readme);
    Matcher generated = METHOD.matcher(Files.readString(STUB));
    assertThat(generated.find()).as("%s has the method quote", STUB).isTrue();
    assertThat(shown.find()).as("%s shows the method quote", README).isTrue();
    if ("refresh".equals(System.getProperty("heddle.docs"))) {
      Files.writeString(README, shown.replaceFirst(Matcher.quoteReplacement(generated.group())));
      return;
    }
    assertThat(shown.group())
        .as(
            "%s shows a stub that is not generated any more; mvn test -pl sample-app -am"
                + " -Dheddle.docs=refresh mends it",
            README)
        .isEqualTo(generated.group());
  }
}
