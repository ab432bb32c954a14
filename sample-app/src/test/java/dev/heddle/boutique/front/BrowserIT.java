package dev.heddle.boutique.front;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person buys something, in a real browser. Leaves pictures under target/screenshots. */
@ShopTest
@NullUnmarked // Playwright starts before the first test, or the tests are skipped
final class BrowserIT {
  private static Playwright playwright;
  private static com.microsoft.playwright.Browser chromium;

  @LocalServerPort private int port;

  @BeforeAll
  static void startChromium() {
    Path executable = chromiumOrSkip();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** Maven shows neither that a whole class is skipped nor why, so this does. */
  private static Path chromiumOrSkip() {
    try {
      return Chromium.required(System.getenv());
    } catch (TestAbortedException missing) {
      System.err.println("BrowserIT is skipped. " + missing.getMessage());
      throw missing;
    }
  }

  @AfterAll
  static void stopChromium() {
    if (chromium != null) chromium.close();
    if (playwright != null) playwright.close();
  }

  @ParameterizedTest
  @CsvSource({"true, 1280, LIGHT", "false, 1280, LIGHT", "true, 390, LIGHT", "false, 390, DARK"})
  void buysSomethingFromStartToEnd(boolean scripts, int width, ColorScheme scheme) {
    NewContextOptions options =
        new NewContextOptions()
            .setJavaScriptEnabled(scripts)
            .setViewportSize(width, 800)
            .setColorScheme(scheme);
    String name = (scripts ? "scripts-" : "plain-") + width + "-" + scheme;
    try (BrowserContext context = chromium.newContext(options)) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.text().contains("Content Security Policy")) Assertions.fail(message.text());
          });
      page.navigate("http://localhost:" + port + "/");
      picture(page, name, "home");
      page.locator("#currency_code").selectOption("EUR");
      button(page, "Change").click();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mug €10.40")).click();
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Mug");
      picture(page, name, "product");
      page.getByLabel("Quantity").selectOption("3");
      button(page, "Add to cart").click();
      page.navigate("http://localhost:" + port + "/product/OLJCESPC7Z");
      button(page, "Add to cart").click();
      assertThat(page).hasURL("http://localhost:" + port + "/cart");
      assertThat(page.locator(".basket")).containsText("4");
      picture(page, name, "cart");
      fillIn(page);
      page.getByLabel("Card number").fill("4111 1111 1111 1112");
      button(page, "Place order").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("typing error");
      assertThat(page.getByLabel("City")).hasValue("Lyon");
      assertThat(page.getByLabel("Card number")).hasValue("");
      picture(page, name, "refused");
      page.getByLabel("Card number").fill("4111 1111 1111 1111");
      page.getByLabel("Code (CVV)").fill("123");
      button(page, "Place order").click();
      assertThat(page.locator("#order-id")).hasText(Pattern.compile("[0-9a-f-]{36}"));
      assertThat(page.locator(".total")).containsText("€60.36");
      assertThat(page.locator(".basket")).containsText("0");
      picture(page, name, "order");
      page.navigate("http://localhost:" + port + "/product/NOPE");
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("We do not have that");
      picture(page, name, "unknown");
    }
  }

  private static void fillIn(Page page) {
    page.getByLabel("Email").fill("ann@example.com");
    page.getByLabel("Street and number").fill("12 Rue du Métier");
    page.getByLabel("Postal code").fill("69001");
    page.getByLabel("City").fill("Lyon");
    page.getByLabel("Country").fill("France");
    page.getByLabel("Month").selectOption("12");
    page.getByLabel("Year")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(5));
    page.getByLabel("Code (CVV)").fill("123");
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void picture(Page page, String run, String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", run, name + ".png")));
  }
}
