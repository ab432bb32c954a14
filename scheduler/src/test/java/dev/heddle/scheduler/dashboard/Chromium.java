package dev.heddle.scheduler.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The Chromium of this machine, without a window. */
final class Chromium implements AutoCloseable {
  private static final List<String> USUAL =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /**
   * Starts the one that the variable CHROMIUM names, else the first of the usual ones.
   *
   * @throws TestAbortedException when there is none, so that the tests are skipped
   */
  static Chromium startOrSkip() {
    List<String> places =
        Optional.ofNullable(System.getenv("CHROMIUM")).map(List::of).orElse(USUAL);
    return places.stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new)
        .orElseThrow(() -> skip("No Chromium (looked for " + String.join(", ", places) + ")"));
  }

  /** Maven shows neither that a whole class is skipped nor why, so this does. */
  private static TestAbortedException skip(String missing) {
    String message = missing + ": install it (Debian: apt-get install chromium) or set CHROMIUM";
    System.err.println("The dashboard is not tried in a browser. " + message);
    return new TestAbortedException(message);
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
