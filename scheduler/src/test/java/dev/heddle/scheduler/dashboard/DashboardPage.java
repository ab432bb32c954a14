package dev.heddle.scheduler.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The dashboard in a browser, and everything that the browser has to complain of. */
final class DashboardPage implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> foreign = new CopyOnWriteArrayList<>();

  DashboardPage(Chromium chromium, int width, ColorScheme scheme) {
    context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions()
                    .setViewportSize(width, 860)
                    .setColorScheme(scheme)
                    .setTimezoneId("UTC"));
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith("http://localhost:")) foreign.add(request.url());
        });
  }

  /** Opens an address, and waits until the page is live. */
  DashboardPage open(String address) {
    page.navigate(address);
    awaitConnection("Live");
    return this;
  }

  Page page() {
    return page;
  }

  void awaitConnection(String words) {
    assertThat(page.locator("#connection-text"))
        .hasText(
            words,
            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                .setTimeout(30_000));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The cells of a component's row, from the second one on. */
  Locator row(String component) {
    return page.locator("#component-rows tr")
        .filter(new Locator.FilterOptions().setHas(button(component)));
  }

  /** Presses a key until something has the focus. */
  void tabTo(Locator target) {
    for (int i = 0; i < 60; i++) {
      if ((boolean) target.evaluate("element => element === document.activeElement")) return;
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The key Tab does not lead to " + target);
  }

  /** Evaluates an expression about the drawn graph, {@code graph}. */
  Object graph(String expression) {
    return page.evaluate(
        "() => { const graph = document.getElementById('graph')._cyreg.cy; return "
            + expression
            + "; }");
  }

  /** Waits until such an expression is true. */
  void awaitGraph(String expression) {
    page.waitForFunction(
        "() => { const graph = document.getElementById('graph')._cyreg?.cy; return graph && "
            + expression
            + "; }");
  }

  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }

  List<String> complaints() {
    return complaints;
  }

  List<String> requestsElsewhere() {
    return foreign;
  }

  @Override
  public void close() {
    context.close();
  }
}
