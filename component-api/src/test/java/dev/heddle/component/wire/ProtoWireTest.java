package dev.heddle.component.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoWireTest {
  private final ProtoWriter out = new ProtoWriter(WireLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void readsIntegersAsTheyWereWritten(int value) {
    ProtoReader in = reader(w -> w.int32(1, value));
    assertThat(in.int32(in.tag())).isEqualTo(value);
    for (long large : new long[] {value, (long) value << 31}) {
      ProtoReader other = reader(w -> w.int64(1, large));
      assertThat(other.int64(other.tag())).isEqualTo(large);
    }
  }

  @Test
  void readsFloatsToTheBit() {
    for (double value : new double[] {0, -0.0, 1.5, Math.PI, Double.MIN_VALUE, Double.NaN}) {
      ProtoReader in = reader(w -> w.float64(1, value));
      assertThat(Double.doubleToRawLongBits(in.float64(in.tag())))
          .isEqualTo(Double.doubleToRawLongBits(value));
      float single = (float) value;
      ProtoReader other = reader(w -> w.float32(1, single));
      assertThat(Float.floatToRawIntBits(other.float32(other.tag())))
          .isEqualTo(Float.floatToRawIntBits(single));
    }
  }

  @Test
  void readsTextOfAnyLengthAndAlphabet() {
    Random random = new Random(11);
    String[] letters = {"a", "\u00e9", "\u4e2d", "\ud83d\ude00", "\ufffd", "\u0000"};
    for (int length = 0; length < 600; length++) {
      StringBuilder text = new StringBuilder();
      int alphabet = 1 + random.nextInt(letters.length);
      while (text.length() < length) text.append(letters[random.nextInt(alphabet)]);
      ProtoReader in = reader(w -> w.string(1, text.toString()));
      assertThat(in.string(in.tag())).isEqualTo(text.toString());
      assertThat(out.size())
          .isGreaterThanOrEqualTo(text.toString().getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83d", "\ud83dx", "\ude00\ud83d"})
  void refusesHalfASurrogatePair(String text) {
    assertThatThrownBy(() -> out.string(1, text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("half a surrogate pair");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[][] malformed = {{(byte) 0xFF}, {(byte) 0xC0, (byte) 0x80}, {(byte) 0xED, (byte) 0xA0, 1}};
    for (byte[] bytes : malformed) {
      ProtoReader in = reader(w -> w.bytes(1, bytes));
      assertThatThrownBy(() -> in.string(in.tag()))
          .isInstanceOf(MalformedMessageException.class)
          .hasMessageContaining("field 1 is not valid UTF-8");
    }
  }

  @Test
  void readsTimesBeforeAndAfterTheEpoch() {
    for (Instant instant :
        new Instant[] {Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.ofEpochSecond(-1, 1)}) {
      ProtoReader in = reader(w -> w.instant(1, instant));
      assertThat(in.instant(in.tag())).isEqualTo(instant);
    }
  }

  @Test
  void writesBothPartsOfANegativeDurationWithOneSign() {
    Duration duration = Duration.ofMillis(-1_500);
    ProtoReader in = reader(w -> w.duration(1, duration));
    int outer = in.enter(in.tag());
    assertThat(in.int64(in.tag())).isEqualTo(-1);
    assertThat(in.int32(in.tag())).isEqualTo(-500_000_000);
    in.leave(outer);
    ProtoReader again = reader(w -> w.duration(1, duration));
    assertThat(again.duration(again.tag())).isEqualTo(duration);
  }

  @Test
  void readsNumbersOfAnySizeWithinTheLimit() {
    BigDecimal decimal = new BigDecimal("-12.3400E-50");
    ProtoReader in = reader(w -> w.decimal(1, decimal));
    assertThat(in.decimal(in.tag())).isEqualTo(decimal);
    BigInteger integer = BigInteger.TEN.pow(500).negate();
    ProtoReader other = reader(w -> w.integer(1, integer));
    assertThat(other.integer(other.tag())).isEqualTo(integer);
  }

  @Test
  void refusesNumbersBeyondTheLimit() {
    assertThatThrownBy(() -> out.decimal(1, BigDecimal.ONE.scaleByPowerOfTen(10_001)))
        .hasMessageContaining("scale -10001 exceeds the limit of 10000");
    assertThatThrownBy(() -> out.integer(1, BigInteger.TWO.pow(40_000)))
        .isInstanceOf(InvalidValueException.class);
    ProtoReader in = reader(w -> w.string(1, "1E+1000000000"));
    assertThatThrownBy(() -> in.decimal(in.tag())).isInstanceOf(MalformedMessageException.class);
    ProtoReader endless = reader(w -> w.string(1, "1".repeat(10_100)));
    assertThatThrownBy(() -> endless.integer(endless.tag()))
        .hasMessageContaining("10100 characters exceeds the limit");
  }

  @Test
  void refusesToWriteMoreThanTheLimitHoweverSmallItIs() {
    ProtoWriter small = new ProtoWriter(new WireLimits(10, 100, 100));
    small.string(1, "12345678");
    assertThat(small.size()).isEqualTo(10);
    small.reset();
    assertThatThrownBy(() -> small.string(1, "123456789"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("the limit of 10 bytes");
    small.reset();
    small.string(1, "again");
    assertThat(small.toByteArray()).hasSize(7);
  }

  @Test
  void refusesToReadMoreThanTheLimit() {
    assertThatThrownBy(() -> new ProtoReader(new byte[11], new WireLimits(10, 100, 100)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("11 bytes exceeds the limit of 10");
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    WireLimits limits = new WireLimits(1000, 3, 100);
    ProtoWriter writer = new ProtoWriter(limits);
    writer.begin();
    writer.begin();
    assertThatThrownBy(writer::begin).hasMessageContaining("3 levels");
    byte[] nested = {10, 6, 10, 4, 10, 2, 8, 1};
    ProtoReader in = new ProtoReader(nested, limits);
    in.enter(in.tag());
    in.enter(in.tag());
    int tag = in.tag();
    assertThatThrownBy(() -> in.enter(tag)).hasMessageContaining("3 levels");
  }

  @Test
  void aMessageCutOffAnywhereIsRefused() {
    out.string(4, "text");
    out.float64(3, 1.5);
    out.int64(2, Long.MIN_VALUE);
    out.bytes(1, new byte[200]);
    byte[] whole = out.toByteArray();
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length == 203 || length == 214 || length == 223) continue;
      assertThatThrownBy(() -> skipAll(cut))
          .as("cut after %s bytes", cut.length)
          .isInstanceOf(MalformedMessageException.class);
    }
    skipAll(whole);
  }

  @Test
  void refusesWhatIsNoMessage() {
    byte[][] malformed = {
      {0}, // field number 0
      {15}, // wire type 7
      {12}, // the end of a group that never began
      {11}, // a group that never ends
      {11, 20}, // a group that ends as another
      {8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1}, // a number of eleven bytes
      {10, -1, -1, -1, -1, 7}, // a length beyond the end
      {10, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1}, // a negative length
    };
    for (byte[] bytes : malformed) {
      assertThatThrownBy(() -> skipAll(bytes))
          .as(Arrays.toString(bytes))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  void namesAFieldOfTheWrongType() {
    ProtoReader in = reader(w -> w.int32(7, 1));
    assertThatThrownBy(() -> in.string(in.tag())).hasMessage("field 7 has wire type 0, expected 2");
  }

  @Test
  void passesOverUnknownFieldsButNotOverKnownOnesOfTheWrongType() {
    ProtoReader in = new ProtoReader(new byte[] {40, 1, 16, 5}, WireLimits.DEFAULT);
    int next = in.pass(in.tag(), 4);
    assertThat(next).isEqualTo(16);
    assertThatThrownBy(() -> in.pass(next, 4))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("field 2 has wire type 0, which is not its own");
  }

  @Test
  void passesOverGroups() {
    ProtoReader in = new ProtoReader(new byte[] {11, 8, 1, 12, 16, 5}, WireLimits.DEFAULT);
    in.skip(in.tag());
    assertThat(in.int32(in.tag())).isEqualTo(5);
  }

  private static void skipAll(byte[] message) {
    ProtoReader in = new ProtoReader(message, WireLimits.DEFAULT);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) in.skip(tag);
  }

  private ProtoReader reader(Consumer<ProtoWriter> message) {
    out.reset();
    message.accept(out);
    return new ProtoReader(out.toByteArray(), WireLimits.DEFAULT);
  }
}
