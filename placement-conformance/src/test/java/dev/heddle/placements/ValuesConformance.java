package dev.heddle.placements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.placements.fixture.Workbench.Box;
import dev.heddle.placements.fixture.Workbench.Numbers;
import dev.heddle.placements.fixture.Workbench.Piece;
import dev.heddle.placements.fixture.Workbench.Size;
import dev.heddle.placements.fixture.Workbench.Thing;
import dev.heddle.placements.fixture.Workbench.Times;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Arguments and results are values, and arrive as they were. */
interface ValuesConformance extends Tried {

  @Test
  default void deepRecordsArriveAsTheyWere() {
    Thing thing = new Piece("", Optional.empty());
    for (int depth = 0; depth < 20; depth++) {
      Box inner = new Box(List.of(), Optional.empty());
      thing =
          new Box(
              List.of(thing, new Piece("piece " + depth, Optional.of("")), inner),
              Optional.of(inner));
    }
    assertThat(workbench().thing(thing)).isEqualTo(thing);
  }

  @Test
  default void extremeNumbersArriveAsTheyWere() {
    for (Numbers numbers :
        List.of(
            new Numbers(
                true,
                Byte.MIN_VALUE,
                Short.MIN_VALUE,
                Character.MAX_VALUE,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                Float.MIN_VALUE,
                Double.NEGATIVE_INFINITY,
                BigInteger.TWO.pow(4_000).negate(),
                new BigDecimal("-1.000000000000000000000000000000000000000000001")),
            new Numbers(
                false,
                Byte.MAX_VALUE,
                Short.MAX_VALUE,
                '\0',
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Float.NaN,
                Double.MAX_VALUE,
                BigInteger.ZERO,
                new BigDecimal("1E+1000")),
            new Numbers(
                false,
                (byte) 0,
                (short) 0,
                'ß',
                0,
                0,
                -0.0f,
                Double.MIN_VALUE,
                BigInteger.ONE,
                new BigDecimal("0.00")))) {
      assertThat(workbench().numbers(numbers)).isEqualTo(numbers);
    }
  }

  @Test
  default void extremeTimesArriveAsTheyWere() {
    Times early =
        new Times(
            Instant.parse("0001-01-01T00:00:00Z"),
            Duration.ofSeconds(-1, 1),
            LocalDate.MIN,
            LocalDateTime.MIN);
    Times late =
        new Times(
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            Duration.ofDays(10_000),
            LocalDate.MAX,
            LocalDateTime.MAX);
    assertThat(workbench().times(early, new UUID(0, 0))).isEqualTo(early);
    assertThat(workbench().times(late, new UUID(-1, Long.MIN_VALUE))).isEqualTo(late);
  }

  @Test
  default void largeMapsArriveInTheirOrder() {
    Map<String, List<Long>> map = new LinkedHashMap<>();
    for (long i = 0; i < 5_000; i++) map.put("key " + (i * 7_919) % 5_000, List.of(i, -i));
    Map<String, List<Long>> returned = workbench().map(map, Set.of(Size.SMALL, Size.LARGE));
    assertThat(returned).containsExactlyEntriesOf(map);
  }

  @Test
  default void textsArriveAsTheyWere() {
    for (String text :
        List.of(
            "", "\0", "ß ẞ İ ﬁ", "\uD83E\uDDF5 \uD83D\uDC69\u200D\uD83C\uDFED", "a\u0301\u202e")) {
      assertThat(workbench().text(text)).isEqualTo(text);
    }
    assertThat(workbench().text("ö".repeat(200_000))).hasSize(200_000).matches("ö+");
  }

  @Test
  default void aCalleeThatChangesBytesChangesItsOwn() {
    byte[] bytes = new byte[300_000];
    new Random(42).nextBytes(bytes);
    byte[] before = bytes.clone();
    byte[] turned = workbench().turned(bytes);
    assertThat(bytes).isEqualTo(before);
    assertThat(turned[0]).isEqualTo(before[before.length - 1]);
    assertThat(workbench().turned(turned)).isEqualTo(before);
  }
}
