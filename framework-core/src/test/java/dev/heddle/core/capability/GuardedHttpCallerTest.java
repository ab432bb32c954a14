package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.HttpCaller;
import dev.heddle.component.capability.HttpCaller.Request;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpCallerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource({
    "GET api.example.com, GET, https://api.example.com/a?b, true",
    "GET api.example.com, GET, https://API.EXAMPLE.com:443, true",
    "GET api.example.com, GET, http://api.example.com, false",
    "GET api.example.com, GET, https://api.example.com:8443, false",
    "GET api.example.com, POST, https://api.example.com, false",
    "GET api.example.com, get, https://api.example.com, false",
    "GET api.example.com, GET, https://api.example.com.evil.org, false",
    "GET api.example.com, GET, https://evil-api.example.com, false",
    "GET api.example.com, GET, https://api.example.com., false",
    "GET|POST api.example.com, POST, https://api.example.com, true",
    "* api.example.com, DELETE, https://api.example.com, true",
    "* *.example.com, GET, https://a.b.example.com, true",
    "* *.example.com, GET, https://example.com, false",
    "* *.example.com, GET, https://.example.com, false",
    "* *.example.com, GET, https://badexample.com, false",
    "* http://localhost:8080, GET, http://localhost:8080/a, true",
    "* http://localhost:8080, GET, https://localhost:8080/a, false",
    "* http://localhost, GET, http://localhost/a, true",
    "* https://[::1]:1, GET, https://[::1]:1/, true",
  })
  void aRuleAllowsItsMethodsSchemeHostAndPortAndNothingElse(
      String rule, String method, String uri, boolean allowed) {
    if (URI.create(uri).getHost() == null) return;
    assertThat(HttpRule.of(rule).allows(method, URI.create(uri))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.example.com",
        "get api.example.com",
        "GET",
        "GET *",
        "GET api.example.com/path",
        "GET ftp://api.example.com",
        "GET a.*.com",
        "GET| api.example.com",
        "GET user@example.com"
      })
  void refusesARuleOfAnotherFormAndShowsOne(String rule) {
    assertThatThrownBy(() -> HttpRule.of(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + rule + "' is no rule")
        .hasMessageContaining("GET|POST api.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1"
      })
  void knowsAddressesThatAreNotPublic(String address) throws Exception {
    assertThat(PrivateAddresses.contain(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "100.128.0.1", "172.32.0.1", "192.0.3.1", "2606:4700::1111"})
  void knowsPublicAddresses(String address) throws Exception {
    assertThat(PrivateAddresses.contain(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/path", "example.com", "file:///etc/passwd", "https:///a", "https://u:p@a.com"})
  void refusesUrisThatAreNoPlaceToCall(String uri) {
    HttpCaller caller = caller();
    assertThatThrownBy(() -> caller.call(request(uri, SECOND)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https or http URI");
  }

  @Test
  void refusesTimeoutsOutOfTheRange() {
    HttpCaller caller = caller();
    for (Duration timeout : List.of(Duration.ZERO, Duration.ofSeconds(-1), SECOND.plusNanos(1))) {
      assertThatThrownBy(() -> caller.call(request("https://1.1.1.1", timeout)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("heddle.http.max-timeout");
    }
    assertThat(caller.call(request("https://1.1.1.1", SECOND)).status()).isEqualTo(204);
  }

  private static Request request(String uri, Duration timeout) {
    return new Request("GET", URI.create(uri), Map.of(), new byte[0], timeout);
  }

  private static HttpCaller caller() {
    HttpCaller behind = request -> new HttpCaller.Response(204, Map.of(), new byte[0]);
    List<String> rules = List.of("* 1.1.1.1");
    return new GuardedHttpCaller(behind, "Any", rules, false, new HttpLimits(1, 1, SECOND));
  }
}
