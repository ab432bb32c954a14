package dev.heddle.scheduler.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the dashboard looks and reads, in a real browser. */
@NullUnmarked // As what it extends is
final class DashboardAppearanceIT extends ShownDashboard {
  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
  void isAccessibleAtAnyWidthInLightAndDark(int width, ColorScheme scheme) throws IOException {
    DashboardPage shown = open(SimulatedApplication.quick(), width, scheme);
    Page page = shown.page();
    page.locator("#traces summary").first().click();
    shown.picture("dashboard-" + width + "-" + scheme);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(violations(page)).isEmpty();
    shown.button("CartCache").click();
    shown.button("remote").click();
    assertThat(page.locator("#panel .outcome")).containsText("not moved");
    shown.picture("panel-" + width + "-" + scheme);
    assertThat(violations(page)).isEmpty();
  }

  private static List<?> violations(Page page) throws IOException {
    try (var axe = DashboardAppearanceIT.class.getResourceAsStream("/axe.min.js")) {
      byte[] script = Objects.requireNonNull(axe).readAllBytes();
      page.evaluate(new String(script, StandardCharsets.UTF_8));
    }
    return (List<?>)
        page.evaluate(
            "async () => (await axe.run()).violations.map((each) => each.id + ': '"
                + " + each.nodes.map((node) => node.html + ' ' + node.failureSummary).join('; '))");
  }

  /**
   * After a change of the page, {@code -Dheddle.docs=refresh} takes its picture for the document.
   */
  @Test
  void looksLikeThePictureInTheDocument() throws IOException {
    Page page = open(SimulatedApplication.quick(), 1120, ColorScheme.LIGHT).page();
    boolean refresh = "refresh".equals(System.getProperty("heddle.docs"));
    Path picture =
        refresh ? Path.of("../docs/dashboard.png") : Path.of("target/screenshots/dashboard.png");
    byte[] taken =
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(picture)
                .setFullPage(true)
                .setClip(0, 0, 1120, 880));
    assertThat(taken).hasSizeLessThan(150_000);
  }
}
