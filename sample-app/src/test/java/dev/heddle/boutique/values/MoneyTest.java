package dev.heddle.boutique.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MoneyTest {
  @Test
  void carriesNanosIntoUnits() {
    Money sum = new Money("USD", 1, 600_000_000).plus(new Money("USD", 2, 500_000_000));
    assertThat(sum).isEqualTo(new Money("USD", 4, 100_000_000));
  }

  @Test
  void carriesNanosOfNegativeAmounts() {
    Money sum = new Money("USD", -1, -600_000_000).plus(new Money("USD", -2, -500_000_000));
    assertThat(sum).isEqualTo(new Money("USD", -4, -100_000_000));
  }

  @Test
  void bringsBothPartsToOneSign() {
    Money sum = new Money("USD", 2, 0).plus(new Money("USD", 0, -250_000_000));
    assertThat(sum).isEqualTo(new Money("USD", 1, 750_000_000));
    Money debt = new Money("USD", -2, 0).plus(new Money("USD", 0, 250_000_000));
    assertThat(debt).isEqualTo(new Money("USD", -1, -750_000_000));
  }

  @Test
  void addsAndMultipliesLikeBigDecimal() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      Money a = random(random);
      Money b = random(random);
      int count = random.nextInt(-1_000, 1_000);
      assertThat(exact(a.plus(b))).isEqualByComparingTo(exact(a).add(exact(b)));
      assertThat(exact(a.times(count)))
          .isEqualByComparingTo(exact(a).multiply(BigDecimal.valueOf(count)));
    }
  }

  @Test
  void refusesToAddAnotherCurrency() {
    assertThatThrownBy(() -> Money.zero("USD").plus(Money.zero("EUR")))
        .hasMessageContaining("Cannot add EUR to USD");
  }

  @Test
  void refusesPartsThatDoNotBelongTogether() {
    assertThatThrownBy(() -> new Money("USD", 1, -1)).hasMessageContaining("same sign");
    assertThatThrownBy(() -> new Money("USD", 0, 1_000_000_000)).hasMessageContaining("nanos");
    assertThatThrownBy(() -> new Money("USD", 0, Integer.MIN_VALUE)).hasMessageContaining("nanos");
    assertThatThrownBy(() -> new Money("usd", 0, 0)).hasMessageContaining("three upper-case");
  }

  @Test
  void saysWhenASumDoesNotFit() {
    Money most = new Money("USD", Long.MAX_VALUE, 999_999_999);
    assertThatThrownBy(() -> most.plus(new Money("USD", 0, 1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
  }

  private static Money random(SplittableRandom random) {
    int sign = random.nextBoolean() ? 1 : -1;
    return new Money(
        "USD", sign * random.nextLong(1_000_000_000), sign * random.nextInt(1_000_000_000));
  }

  private static BigDecimal exact(Money money) {
    return BigDecimal.valueOf(money.units()).add(BigDecimal.valueOf(money.nanos(), 9));
  }
}
