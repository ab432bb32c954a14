package dev.heddle.scheduler.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A person looks at the dashboard, in a real browser. */
@NullUnmarked // As what it extends is
final class DashboardBrowserIT extends ShownDashboard {
  private DashboardPage open(SimulatedApplication application) throws IOException {
    return open(application, 1280, ColorScheme.LIGHT);
  }

  @Test
  void drawsComponentsInTheirProcessesAndTheCallsBetweenThem() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    assertThat(page.graph("graph.nodes('[kind = \"component\"]').length")).isEqualTo(10);
    assertThat(page.graph("graph.edges().length")).isEqualTo(15);
    assertThat(page.graph("graph.getElementById('component:Payment').parent().id()"))
        .isEqualTo("box:replica-2");
    assertThat(page.graph("graph.getElementById('component:Cart').parent().id()"))
        .isEqualTo("box:application");
    assertThat(page.graph("graph.getElementById('box:replica-3').data('label')"))
        .isEqualTo("replica-3 · idle");
    assertThat(page.graph("graph.getElementById('component:Ad').style('shape')"))
        .isEqualTo("cut-rectangle");
    assertThat(width(page, "(application)>Currency")).isGreaterThan(width(page, "Checkout>Email"));
  }

  private static double width(DashboardPage page, String edge) {
    return ((Number) page.graph("graph.getElementById('edge:" + edge + "').data('width')"))
        .doubleValue();
  }

  @Test
  void leavesNodesWhereTheyAreWhileFiguresChange() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    String places = "JSON.stringify(graph.nodes().map((node) => [node.id(), node.position()]))";
    String label = "graph.getElementById('component:Currency').data('label')";
    Object before = page.graph(places);
    page.awaitGraph(label + " !== " + quoted(page.graph(label)));
    assertThat(page.graph(places)).isEqualTo(before);
  }

  private static String quoted(Object text) {
    return '"' + text.toString().replace("\n", "\\n") + '"';
  }

  @Test
  void movesAComponentByKeyboardAlone() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    page.tabTo(page.button("Cart"));
    page.page().keyboard().press("Enter");
    assertThat(page.page().locator("#panel-title")).isFocused();
    assertThat(page.page().locator("#panel")).containsText("called by Checkout and the front");
    page.tabTo(page.button("remote"));
    page.page().keyboard().press("Enter");
    String words = "Cart is remote now: asked for by hand.";
    assertThat(page.page().locator("#panel .outcome")).hasText(words);
    assertThat(page.page().locator("#announcement")).hasText(words);
    assertThat(page.button("remote")).isFocused();
    assertThat(page.row("Cart")).containsText("remote");
    page.awaitGraph("graph.getElementById('component:Cart').parent().id() === 'box:replica-1'");
    assertThat(page.page().locator("#moves li").first()).containsText("by a person");
    page.page().keyboard().press("Escape");
    assertThat(page.page().locator("#panel")).isHidden();
    assertThat(page.button("Cart")).isFocused();
  }

  @Test
  void opensAComponentByAClickInTheGraph() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    click(page, "graph.getElementById('component:Checkout').renderedPosition()");
    assertThat(page.page().locator("#panel-title")).hasText("Checkout");
    click(page, "graph.getElementById('edge:Cart>CartCache').renderedMidpoint()");
    assertThat(page.page().locator("#panel-title")).hasText("CartCache");
    assertThat(page.page().locator("#panel details[open] summary")).containsText("Cart");
    assertThat(page.page().locator("#panel details[open] table")).containsText("read");
  }

  private static void click(DashboardPage page, String position) {
    Map<?, ?> at = (Map<?, ?>) page.graph("(({x, y}) => ({x, y}))(" + position + ")");
    page.page()
        .locator("#graph")
        .click(
            new Locator.ClickOptions()
                .setPosition(
                    ((Number) at.get("x")).doubleValue(), ((Number) at.get("y")).doubleValue()));
  }

  @Test
  void offersOnlyWhatTheComponentCanBe() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    page.button("Email").click();
    assertThat(page.page().locator("#panel .choices button"))
        .hasText(new String[] {"local", "remote", "auto"});
    assertThat(page.page().locator("#panel")).containsText("JVM, unsandboxed");
    assertThat(page.page().locator("#panel")).containsText("Pinned: needs a mail library");
  }

  @Test
  void saysInWordsWhyAComponentIsNotMoved() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    page.button("CartCache").click();
    page.button("remote").click();
    Locator outcome = page.page().locator("#panel .outcome");
    assertThat(outcome).containsText("CartCache was not moved.");
    assertThat(outcome).containsText("CartCache runs where Cart does");
    assertThat(outcome).containsText("Cart is local");
    assertThat(outcome).containsText("Move Cart");
    assertThat(page.page().locator("#announcement")).containsText("Cart is local");
    page.picture("refused");
  }

  @Test
  void showsAMoveThatIsUnderWay() throws IOException {
    CountDownLatch gate = new CountDownLatch(1);
    DashboardPage page = open(SimulatedApplication.waiting(gate));
    page.button("Cart").click();
    page.button("sandboxed").click();
    assertThat(page.row("Cart")).containsText("local, moving to sandboxed: prepare");
    assertThat(page.page().locator("#panel")).containsText("moving to sandboxed: prepare");
    assertThat(page.button("remote")).hasAttribute("aria-disabled", "true");
    gate.countDown();
    assertThat(page.page().locator("#panel .outcome")).containsText("Cart is sandboxed now");
    assertThat(page.row("Cart")).not().containsText("moving");
  }

  @Test
  void isReadOnlyWithoutAToken() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    assertThat(page.page()).hasURL(dashboard.address());
    page.page().evaluate("sessionStorage.clear()");
    page.page().reload();
    page.awaitConnection("Live");
    assertThat(page.page().locator("#read-only")).containsText("Read-only.");
    page.button("Cart").click();
    assertThat(page.page().locator("#panel")).containsText("has no token");
    assertThat(page.button("remote")).isHidden();
    page.page().navigate(dashboard.link());
    assertThat(page.button("remote")).isVisible();
    assertThat(page.page().locator("#read-only")).isHidden();
  }

  @Test
  void becomesReadOnlyWithATokenOfAnotherRun() throws IOException {
    SimulatedApplication application = SimulatedApplication.quick();
    DashboardPage page = open(application);
    page.page().navigate(dashboard.address() + "#token=" + DashboardToken.random().text());
    page.button("Cart").click();
    page.button("remote").click();
    assertThat(page.page().locator("#panel .outcome")).containsText("holds another token");
    assertThat(page.page().locator("#read-only")).isVisible();
    assertThat(page.row("Cart")).containsText("local");
    assertThat(page.complaints()).allMatch(complaint -> complaint.contains("403"));
    page.complaints().clear();
  }

  @Test
  void saysWhenItsFiguresAreOldAndRecovers() throws IOException {
    SimulatedApplication application = SimulatedApplication.quick();
    DashboardPage page = open(application);
    int port = dashboard.port();
    dashboard.close();
    page.awaitConnection("Connection lost");
    assertThat(page.page().locator("#stale")).containsText("these figures are those of 02:0");
    assertThat(page.row("Cart")).isVisible();
    page.picture("stale");
    dashboard = Dashboard.start(port, token, application, application);
    page.awaitConnection("Live");
    assertThat(page.page().locator("#stale")).isHidden();
    assertThat(page.complaints()).allMatch(complaint -> complaint.contains("net::ERR_"));
    page.complaints().clear();
  }

  @Test
  void holdsStillForWhoReads() throws IOException {
    SimulatedApplication application = SimulatedApplication.quick();
    DashboardPage page = open(application);
    page.button("Hold still").click();
    page.awaitConnection("Held still");
    String before = page.row("Currency").innerText();
    page.page().waitForResponse("**/main.js", () -> page.page().evaluate("fetch('/main.js')"));
    long epoch = application.place("Currency", Placing.Place.SANDBOXED).epoch();
    assertThat(page.row("Currency").innerText()).isEqualTo(before);
    page.button("Hold still").click();
    assertThat(page.page().locator("#overview")).containsText("no. " + epoch);
    assertThat(page.row("Currency")).containsText("sandboxed");
  }

  @Test
  void sortsItsTable() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    Locator names = page.page().locator("#component-rows th");
    assertThat(names.first()).hasText("Ad");
    page.button("Calls").press("Enter");
    assertThat(names.first()).hasText("Currency");
    assertThat(page.page().locator("th[aria-sort]")).hasText("Calls");
    assertThat(page.page().locator("th[aria-sort]")).hasAttribute("aria-sort", "descending");
    page.button("Calls").press("Enter");
    assertThat(names.last()).hasText("Currency");
  }

  @Test
  void drawsTheCallsBehindARequest() throws IOException {
    DashboardPage page = open(SimulatedApplication.quick());
    Locator first = page.page().locator("#traces details").first();
    first.locator("summary").press("Enter");
    assertThat(first.locator("tbody tr")).hasCount(7);
    assertThat(first.locator("tbody th").nth(2)).hasText("CartCache.read");
    assertThat(first.locator("tbody tr").nth(4)).containsText("replica-2, remote");
    Locator bars = first.locator(".span");
    assertThat(bars.nth(0).boundingBox().width).isGreaterThan(bars.nth(3).boundingBox().width);
    assertThat(bars.nth(6).boundingBox().x).isGreaterThan(bars.nth(3).boundingBox().x);
    assertThat(page.page().locator("#traces details").nth(2)).containsText("failed");
  }

  @Test
  void saysWhatToDoWhenThereIsNothingToShow() throws IOException {
    DashboardPage page = open(SimulatedApplication.unused());
    assertThat(page.page().locator("#graph-empty"))
        .hasText("No calls yet: open http://localhost:8080, and look here again.");
    assertThat(page.page().locator("#moves-empty")).containsText("./heddle place");
    assertThat(page.page().locator("#traces-empty")).containsText("No request yet");
    page.picture("empty");
  }
}
