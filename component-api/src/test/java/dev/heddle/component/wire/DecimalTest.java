package dev.heddle.component.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  private static final int TAG = 1 << 3 | Wire.LENGTH;

  @Test
  void standsAsItsOwnTextWhateverItsDigitsAndScale() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal value = new BigDecimal(new BigInteger(random.nextInt(70), random), scale(random));
      if (random.nextBoolean()) value = value.negate();

      assertThat(text(written(value))).isEqualTo(value.toString());
      assertThat(read(written(value))).isEqualTo(value);
    }
  }

  private static int scale(Random random) {
    return random.nextInt(30) - 10;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.00",
        "0.000000",
        "0E-7",
        "5.",
        ".5",
        "-.5",
        "+5",
        "007",
        "00.10",
        "1e3",
        "999999999999999999",
        "9999999999999999999",
        "-9.99999999999999999",
        "0.0000001"
      })
  void isReadAsBigDecimalReadsIt(String text) {
    assertThat(read(message(text))).isEqualTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "-.", "1.2.3", "1-2", "--1", "1 ", "1,0", "x"})
  void isRefusedWhereBigDecimalRefusesIt(String text) {
    assertThatThrownBy(() -> read(message(text)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("BigDecimal");
  }

  @Test
  void isRefusedWhereItIsNotUtf8() {
    assertThatThrownBy(() -> read(new byte[] {TAG, 2, '1', (byte) 0xff}))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("a BigDecimal cannot be invalid UTF-8");
  }

  @Test
  void isRefusedWhenItHasMoreDigitsThanTheLimitHoweverShort() {
    WireLimits limits = new WireLimits(1_000, 10, 2);

    assertThatThrownBy(() -> reader("0.125", limits).decimal(TAG))
        .isInstanceOf(MalformedMessageException.class);
    assertThatThrownBy(() -> new ProtoWriter(limits).decimal(1, new BigDecimal("0.125")))
        .isInstanceOf(InvalidValueException.class);
  }

  private static byte[] written(BigDecimal value) {
    ProtoWriter out = new ProtoWriter(WireLimits.DEFAULT);
    out.decimal(1, value);
    return out.toByteArray();
  }

  private static byte[] message(String text) {
    ProtoWriter out = new ProtoWriter(WireLimits.DEFAULT);
    out.string(1, text);
    return out.toByteArray();
  }

  private static String text(byte[] message) {
    ProtoReader in = new ProtoReader(message, WireLimits.DEFAULT);
    return in.string(in.tag());
  }

  private static BigDecimal read(byte[] message) {
    ProtoReader in = new ProtoReader(message, WireLimits.DEFAULT);
    return in.decimal(in.tag());
  }

  private static ProtoReader reader(String text, WireLimits limits) {
    ProtoReader in = new ProtoReader(message(text), limits);
    in.tag();
    return in;
  }
}
