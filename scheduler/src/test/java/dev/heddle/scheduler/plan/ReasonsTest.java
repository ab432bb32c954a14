package dev.heddle.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads of a plan, for the shop. {@code -Dheddle.goldens=refresh} writes it anew. */
class ReasonsTest {
  private static final Path GOLDENS = Path.of("src/test/resources/plan");

  @ParameterizedTest
  @EnumSource(ReasonedPlans.class)
  void areWhatTheyWere(ReasonedPlans each) throws IOException {
    Path golden = GOLDENS.resolve(each.name().toLowerCase(Locale.ROOT) + ".txt");
    if ("refresh".equals(System.getProperty("heddle.goldens"))) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, each.text());
    }
    assertThat(each.text()).isEqualTo(Files.readString(golden));
  }
}
