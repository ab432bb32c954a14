package dev.heddle.boutique.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.boutique.MemoryStore;
import dev.heddle.boutique.RecordedLog;
import dev.heddle.boutique.SeededRandom;
import dev.heddle.boutique.Together;
import dev.heddle.boutique.values.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerPaymentTest {
  private static final Money PRICE = new Money("EUR", 12, 500_000_000);
  private static final String VISA = "4111111111111111";

  private final MemoryStore ledger = new MemoryStore();
  private final RecordedLog log = new RecordedLog();
  private final Payment payment = payment("2026-05-10T12:00:00Z");

  @Test
  void givesAReceiptThatShowsFourDigits() throws Exception {
    Receipt receipt = payment.charge("k", PRICE, card("4111 1111-1111 1111"));
    assertThat(receipt.brand()).isEqualTo(CardBrand.VISA);
    assertThat(receipt.amount()).isEqualTo(PRICE);
    assertThat(receipt.lastFour()).isEqualTo("1111");
  }

  @Test
  void chargesAKeyOnce() throws Exception {
    Receipt first = payment.charge("k", PRICE, card(VISA));
    assertThat(payment.charge("k", PRICE, card(VISA))).isEqualTo(first);
    assertThat(payment.charge("k", PRICE, card("not a card"))).isEqualTo(first);
    assertThat(payment.charge("other", PRICE, card(VISA)).transactionId())
        .isNotEqualTo(first.transactionId());
    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void chargesAKeyOnceForManyAtOnce() throws Exception {
    List<Receipt> receipts = Together.run(32, () -> payment.charge("k", PRICE, card(VISA)));
    assertThat(receipts).containsOnly(receipts.getFirst());
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void returnsTheReceiptOfACallThatWasFaster() throws Exception {
    List<Receipt> faster = new ArrayList<>();
    ledger.beforeNextWrite(() -> faster.add(charge("k")));
    assertThat(payment.charge("k", PRICE, card(VISA))).isEqualTo(faster.getFirst());
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void refusesAnotherAmountUnderAKey() throws Exception {
    payment.charge("k", PRICE, card(VISA));
    assertThatThrownBy(() -> payment.charge("k", PRICE.times(2), card(VISA)))
        .isInstanceOf(IdempotencyKeyReused.class);
  }

  @Test
  void leavesTheKeyOfARefusedCardUnused() throws Exception {
    assertThatThrownBy(() -> payment.charge("k", PRICE, card("4111111111111112")))
        .isInstanceOf(InvalidCard.class);
    assertThat(ledger.everything()).isEmpty();
    assertThat(payment.charge("k", PRICE, card(VISA)).lastFour()).isEqualTo("1111");
  }

  @Test
  void keepsTheCardsSecretsToItself() throws Exception {
    Card card = new Card(VISA, 1, 2030, "737");
    payment.charge("k", PRICE, card);
    assertThat(ledger.everything() + log.lines() + card)
        .doesNotContain(VISA)
        .doesNotContain(VISA.substring(0, 12))
        .doesNotContain("737");
    assertThatThrownBy(
            () -> payment.charge("x", PRICE, new Card("4000000000000003", 1, 2030, "737")))
        .isInstanceOf(InvalidCard.class)
        .hasMessageNotContaining("40000");
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, VISA",
    "4222222222222, VISA",
    "5555555555554444, MASTERCARD",
    "2223003122003222, MASTERCARD",
  })
  void takesTheTwoBrands(String number, CardBrand brand) throws Exception {
    assertThat(payment.charge("k", PRICE, card(number)).brand()).isEqualTo(brand);
  }

  @ParameterizedTest
  @CsvSource({
    "378282246310005, American Express",
    "6011111111111117, Discover",
    "3530111333300000, JCB",
    "30569309025904, cards of this brand",
  })
  void refusesOtherBrandsByName(String number, String brand) {
    assertThatThrownBy(() -> payment.charge("k", PRICE, card(number)))
        .isInstanceOfSatisfying(
            UnsupportedCard.class, bad -> assertThat(bad.brand()).isEqualTo(brand));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4111", "4111111111111112", "411111111111111a", "41111111111111111111"})
  void refusesWhatIsNoCardNumber(String number) {
    assertThatThrownBy(() -> payment.charge("k", PRICE, card(number)))
        .isInstanceOf(InvalidCard.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "12a", "1234"})
  void refusesABadSecurityCode(String code) {
    assertThatThrownBy(() -> payment.charge("k", PRICE, new Card(VISA, 1, 2030, code)))
        .isInstanceOf(InvalidCard.class)
        .hasMessageContaining("CVV");
  }

  @ParameterizedTest
  @CsvSource({"0, 2030", "13, 2030", "1, 30", "1, 10000", "-1, 2030"})
  void refusesADateThatIsNone(int month, int year) {
    assertThatThrownBy(() -> payment.charge("k", PRICE, new Card(VISA, month, year, "123")))
        .isInstanceOf(InvalidCard.class);
  }

  @Test
  void takesACardUntilItsMonthHasEndedEverywhere() throws Exception {
    Card card = new Card(VISA, 5, 2026, "123");
    payment("2026-06-01T11:59:59Z").charge("a", PRICE, card);
    assertThatThrownBy(() -> payment("2026-06-01T12:00:00Z").charge("b", PRICE, card))
        .isInstanceOfSatisfying(
            CardExpired.class,
            expired -> {
              assertThat(expired.month()).isEqualTo(5);
              assertThat(expired.year()).isEqualTo(2026);
            });
    payment("2026-06-01T12:00:00Z").charge("c", PRICE, new Card(VISA, 6, 2097, "123"));
  }

  @Test
  void chargesNothingNeither() {
    assertThatThrownBy(() -> payment.charge("k", Money.zero("EUR"), card(VISA)))
        .hasMessageContaining("above nothing");
  }

  private Receipt charge(String key) {
    try {
      return payment.charge(key, PRICE, card(VISA));
    } catch (InvalidCard | CardExpired | UnsupportedCard | IdempotencyKeyReused refused) {
      throw new AssertionError(refused);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "t EUR 1 0 VISA", "t EUR x 0 VISA 1111", "t eur 1 0 VISA 1", "t EUR 1 0 X 1"})
  void saysWhenAStoredReceiptIsUnreadable(String stored) {
    assertThatThrownBy(() -> ReceiptFormat.decode(stored.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unreadable");
  }

  private Payment payment(String now) {
    return new LedgerPayment(
        ledger, new SeededRandom(1), InstantSource.fixed(Instant.parse(now)), log);
  }

  private static Card card(String number) {
    return new Card(number, 1, 2030, "123");
  }
}
