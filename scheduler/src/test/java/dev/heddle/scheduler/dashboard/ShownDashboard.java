package dev.heddle.scheduler.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * One dashboard a test, shown in a real browser that must have nothing to complain of. Leaves
 * pictures under target/screenshots.
 */
@NullUnmarked // Chromium starts before the first test, or the tests are skipped
abstract class ShownDashboard {
  private static Chromium chromium;

  final DashboardToken token = DashboardToken.random();
  Dashboard dashboard;
  private DashboardPage shown;

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.startOrSkip();
  }

  @AfterAll
  static void stopChromium() {
    if (chromium != null) chromium.close();
  }

  @AfterEach
  void complainsOfNothing() {
    shown.close();
    dashboard.close();
    assertThat(shown.complaints()).isEmpty();
    assertThat(shown.requestsElsewhere()).isEmpty();
  }

  DashboardPage open(SimulatedApplication application, int width, ColorScheme scheme)
      throws IOException {
    dashboard = Dashboard.start(0, token, application, application);
    shown = new DashboardPage(chromium, width, scheme);
    return shown.open(dashboard.link());
  }
}
