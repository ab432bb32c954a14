package cinema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application does, whatever it is built of. Each test has a customer of its own. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.datasource.generate-unique-name=true")
@AutoConfigureRestTestClient
class CinemaTest {
  @Autowired private RestTestClient client;
  @Autowired private Bookings bookings;
  @Autowired private Loyalty loyalty;
  @Autowired private TransactionTemplate transactions;

  @AfterEach
  void forgetWhoIsThere() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void sellsSeatsAndRewardsThem() {
    int before = get("ada:lovelace", "/shows/metropolis/free");

    order("ada:lovelace", "metropolis", 2)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.price")
        .isEqualTo(24.00);

    assertThat(get("ada:lovelace", "/shows/metropolis/free")).isEqualTo(before - 2);
    assertThat(get("ada:lovelace", "/points")).isEqualTo(40);
  }

  @Test
  void aRegularPaysLess() {
    order("alan:turing", "metropolis", 5).expectStatus().isCreated();

    order("alan:turing", "metropolis", 1)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.price")
        .isEqualTo(10.80);
  }

  @Test
  void sellsNothingWhenTooFewSeatsAreFree() {
    order("grace:hopper", "solaris", 9)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("show solaris has 8 free seats left");

    assertThat(get("grace:hopper", "/points")).isZero();
  }

  @Test
  void refusesAnOrderThatIsNotValid() {
    order("ada:lovelace", "metropolis", 11).expectStatus().isBadRequest();
    order("ada:lovelace", "", 1).expectStatus().isBadRequest();
  }

  @Test
  void refusesWhoIsNotKnown() {
    order("ada:byron", "metropolis", 1).expectStatus().isUnauthorized();
  }

  @Test
  void nobodyBooksForAnother() {
    authenticate("mallory");

    assertThatThrownBy(() -> bookings.book("ada", "metropolis", 1))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aBookingThatIsRolledBackEarnsNothing() {
    authenticate("edsger");

    transactions.executeWithoutResult(
        transaction -> {
          book("edsger", "metropolis", 1);
          transaction.setRollbackOnly();
        });

    assertThat(loyalty.points("edsger")).isZero();
  }

  @Test
  void aBookingEarnsOnce() {
    UUID booking = UUID.randomUUID();

    loyalty.earn("barbara", booking, 20);
    loyalty.earn("barbara", booking, 20);

    assertThat(loyalty.points("barbara")).isEqualTo(20);
  }

  private Booking book(String customer, String show, int seats) {
    try {
      return bookings.book(customer, show, seats);
    } catch (SoldOut refusal) {
      throw new AssertionError(refusal);
    }
  }

  private static void authenticate(String customer) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(customer, "", "CUSTOMER"));
  }

  private RestTestClient.ResponseSpec order(String account, String show, int seats) {
    return client
        .post()
        .uri("/bookings")
        .headers(headers -> basic(headers, account))
        .body(Map.of("show", show, "seats", seats))
        .exchange();
  }

  private int get(String account, String path) {
    Integer answer =
        client
            .get()
            .uri(path)
            .headers(headers -> basic(headers, account))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(Integer.class)
            .returnResult()
            .getResponseBody();
    assertThat(answer).isNotNull();
    return answer;
  }

  private static void basic(org.springframework.http.HttpHeaders headers, String account) {
    int colon = account.indexOf(':');
    headers.setBasicAuth(account.substring(0, colon), account.substring(colon + 1));
  }
}
