package dev.heddle.scheduler.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.scheduler.dashboard.RawHttp.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DashboardTest {
  private static final String JSON = "Content-Type: application/json";
  private static final String CART_REMOTE = "{\"component\":\"Cart\",\"placement\":\"remote\"}";

  private final DashboardToken token = DashboardToken.random();
  private final String tokenHeader = "X-Heddle-Token: " + token.text();
  private final SimulatedApplication application = SimulatedApplication.quick();
  private Dashboard dashboard;
  private RawHttp http;

  DashboardTest() throws IOException {
    dashboard = Dashboard.start(0, token, application, application);
    http = new RawHttp(dashboard.port());
  }

  @BeforeEach
  void servesItsPage() throws IOException {
    assertThat(http.send("GET", "/").body()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @AfterEach
  void stop() {
    dashboard.close();
  }

  @Test
  void carriesTheTokenWhereNoBrowserSendsIt() {
    assertThat(dashboard.link()).isEqualTo(dashboard.address() + "#token=" + token.text());
  }

  @Test
  void listensOnThisMachineOnly() throws IOException {
    assertThat(dashboard.address()).isEqualTo("http://localhost:" + dashboard.port() + "/");
    assertThat(http.send("GET", "/", "X: y").status()).isEqualTo(200);
  }

  @Test
  void startsAgainAtTheSamePort() throws IOException {
    int port = dashboard.port();
    dashboard.close();
    dashboard = Dashboard.start(port, token, application, application);
    assertThat(http.send("GET", "/api/state").status()).isEqualTo(200);
  }

  @Test
  void answersHeadWithoutBody() throws IOException {
    Reply page = http.send("HEAD", "/");
    int length = http.send("GET", "/").body().getBytes().length;
    assertThat(page.body()).isEmpty();
    assertThat(page.header("Content-Length")).contains(Integer.toString(length));
    assertThat(http.send("HEAD", "/api/state").body()).isEmpty();
    assertThat(http.send("HEAD", "/api/stream").header("Content-Type"))
        .contains("text/event-stream");
  }

  @Test
  void letsBrowsersKeepFilesAndAskWhetherTheyChanged() throws IOException {
    Reply first = http.send("GET", "/main.js");
    assertThat(first.header("Cache-Control")).contains("no-cache");
    assertThat(first.header("Content-Type")).contains("text/javascript; charset=utf-8");
    String tag = first.header("ETag").orElseThrow();
    Reply second = http.send("GET", "/main.js", "If-None-Match: " + tag);
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(http.send("GET", "/main.js", "If-None-Match: \"other\"").status()).isEqualTo(200);
  }

  @Test
  void letsNobodyKeepTheState() throws IOException {
    assertThat(http.send("GET", "/api/state").header("Cache-Control")).contains("no-store");
  }

  @Test
  void letsNothingRunButItsOwnFilesAndNobodyFrameIt() throws IOException {
    for (String path : new String[] {"/", "/api/state", "/nothing"}) {
      Reply reply = http.send("GET", path);
      assertThat(reply.header("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.html",
        "/../dashboard/main.js",
        "/lib/../main.js",
        "/%2e%2e/Dashboard.class",
        "/Dashboard.class",
        "/lib/",
        "/..%2f..%2fetc/passwd"
      })
  void servesNothingThatIsNotOfThePage(String path) throws IOException {
    Reply reply = http.send("GET", path);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).contains("text/html; charset=utf-8");
  }

  @Test
  void answersScriptsInJson() throws IOException {
    Reply reply = http.send("GET", "/api/nothing");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).contains("\"rule\":", "\"found\":", "\"remedy\":");
  }

  @Test
  void namesTheMethodsThatAnAddressTakes() throws IOException {
    Reply page = http.send("DELETE", "/");
    assertThat(page.status()).isEqualTo(405);
    assertThat(page.header("Allow")).contains("GET, HEAD");
    Reply place = http.send("GET", "/api/place");
    assertThat(place.status()).isEqualTo(405);
    assertThat(place.header("Allow")).contains("POST");
    assertThat(http.send("POST", "/api/state", "Content-Length: 0").status()).isEqualTo(405);
  }

  @Test
  void movesAComponentForWhoHasTheToken() throws IOException {
    Reply reply = http.place(CART_REMOTE, JSON, tokenHeader);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .contains("\"component\":\"Cart\"", "\"placement\":\"remote\"", "\"epoch\":43")
        .contains("\"refused\":null", "\"reason\":\"asked for by hand\"");
  }

  @Test
  void saysWhyAComponentIsNotMoved() throws IOException {
    String body = "{\"component\":\"CartCache\",\"placement\":\"remote\"}";
    Reply reply = http.place(body, JSON + "; charset=utf-8", tokenHeader);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"refused\":[{", "Cart is local", "\"placement\":\"local\"");
  }

  @Test
  void movesNothingWithoutTheToken() throws IOException {
    Reply missing = http.place(CART_REMOTE, JSON);
    assertThat(missing.status()).isEqualTo(403);
    assertThat(missing.body()).contains("X-Heddle-Token is missing");
    String other = "X-Heddle-Token: " + DashboardToken.random().text();
    Reply wrong = http.place(CART_REMOTE, JSON, other);
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.body()).contains("holds another token");
    assertThat(http.place(CART_REMOTE, JSON, tokenHeader, tokenHeader).status()).isEqualTo(403);
    assertThat(application.get().epoch()).isEqualTo(42);
  }

  @Test
  void understandsOnlyJson() throws IOException {
    assertThat(http.place(CART_REMOTE, tokenHeader).status()).isEqualTo(415);
    assertThat(http.place(CART_REMOTE, tokenHeader, "Content-Type: text/plain").status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"Cart\"",
        "{\"component\":\"Cart\"}",
        "{\"component\":\"Cart\"} {}",
        "{\"component\":\"Cart\",\"placement\":\"LOCAL\"}",
        "{\"component\":7,\"placement\":\"local\"}"
      })
  void saysWhatARequestHolds(String body) throws IOException {
    Reply reply = http.place(body, JSON, tokenHeader);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("A request names a component and a placement");
  }

  @Test
  void knowsItsComponents() throws IOException {
    Reply reply = http.place("{\"component\":\"Nope\",\"placement\":\"local\"}", JSON, tokenHeader);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).contains("has no component Nope");
  }

  @Test
  void readsFourKilobytesAndNoMore() throws IOException {
    String fits = CART_REMOTE + " ".repeat(4096 - CART_REMOTE.length());
    assertThat(http.place(fits, JSON, tokenHeader).status()).isEqualTo(200);
    assertThat(http.place(fits + " ", JSON, tokenHeader).status()).isEqualTo(413);
  }

  @Test
  void isSpokenToByItsOwnNameOnly() throws IOException {
    String get = "GET /api/state HTTP/1.1";
    int port = dashboard.port();
    assertThat(http.sendLines(get, "Host: 127.0.0.1:" + port, "", "").status()).isEqualTo(200);
    assertThat(http.sendLines(get, "Host: evil.example:" + port, "", "").status()).isEqualTo(421);
    assertThat(http.sendLines(get, "Host: localhost", "", "").status()).isEqualTo(421);
    assertThat(http.sendLines(get, http.host(), "Host: evil.example", "").status()).isEqualTo(421);
    assertThat(http.sendLines("GET / HTTP/1.0", "", "", "").status()).isEqualTo(421);
    assertThat(http.sendLines("GET / HTTP/1.1", "Host: evil.example", "", "").body())
        .contains("<h1>The dashboard is spoken to by its own name</h1>");
  }

  @Test
  void listensToItsOwnPageOnly() throws IOException {
    String own = "Origin: http://localhost:" + dashboard.port();
    assertThat(http.place(CART_REMOTE, JSON, tokenHeader, own).status()).isEqualTo(200);
    for (String origin : new String[] {"http://evil.example", "null", "http://localhost:1"}) {
      String header = "Origin: " + origin;
      assertThat(http.place(CART_REMOTE, JSON, tokenHeader, header).status()).isEqualTo(403);
      assertThat(http.send("GET", "/api/stream", header).status()).isEqualTo(403);
    }
    assertThat(http.send("GET", "/api/state", "Sec-Fetch-Site: cross-site").status())
        .isEqualTo(403);
    assertThat(http.send("GET", "/api/state", "Sec-Fetch-Site: none").status()).isEqualTo(200);
  }

  @Test
  void saysSoWhenTheSchedulerFails() throws IOException {
    dashboard.close();
    dashboard =
        Dashboard.start(
            0,
            token,
            () -> {
              throw new IllegalStateException("no state");
            },
            application);
    Reply reply = new RawHttp(dashboard.port()).send("GET", "/api/state");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).contains("no state").doesNotContain("\\tat ");
    assertThat(new RawHttp(dashboard.port()).send("GET", "/api/stream").status()).isEqualTo(500);
  }
}
