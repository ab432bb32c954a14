package dev.heddle.component.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads and refuses what the JDK's own parsers do. */
class IsoTextTest {
  private static final String CHARACTERS = "0123456789+-:.Tt Z/９";

  private final Random random = new Random(7);

  @Test
  void readsWhatDatesAndTimesSayOfThemselves() {
    for (int i = 0; i < 20_000; i++) {
      LocalDateTime time = time();
      assertThat(IsoText.dateTime(time.toString())).isEqualTo(time);
      assertThat(IsoText.date(time.toLocalDate().toString())).isEqualTo(time.toLocalDate());
    }
    for (LocalDateTime end : List.of(LocalDateTime.MIN, LocalDateTime.MAX)) {
      assertThat(IsoText.dateTime(end.toString())).isEqualTo(end);
    }
  }

  @Test
  void judgesDamagedTextsAsTheJdkDoes() {
    for (int i = 0; i < 200_000; i++) {
      String damaged = damaged(time().toString());
      assertThat(read(IsoText::dateTime, damaged))
          .as(damaged)
          .isEqualTo(read(LocalDateTime::parse, damaged));
      String date = damaged(time().toLocalDate().toString());
      assertThat(read(IsoText::date, date)).as(date).isEqualTo(read(LocalDate::parse, date));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+2007-01-01", "-0000-01-01", "0000-01-01", "-0001-01-01", "12345-01-01", "+12345-01-01",
        "-12345-01-01", "2007-02-29", "2007-13-01", "207-01-01", "+9999999999-01-01", "2007-01-01 ",
        "+1000000000-01-01", "--2007-01-01", "2007-1-1", ""
      })
  void judgesStrangeDatesAsTheJdkDoes(String text) {
    assertThat(read(IsoText::date, text)).isEqualTo(read(LocalDate::parse, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T10:15",
        "t10:15",
        "T10:15:30",
        "T10:15:30.",
        "T10:15:30.1",
        "T10:15:30.123456789",
        "T10:15:30.1234567891",
        "T24:00",
        "T24:00:00",
        "T10:15:60",
        "T10",
        "T10:15:",
        "T1:15",
        ""
      })
  void judgesStrangeTimesAsTheJdkDoes(String text) {
    String whole = "2007-01-01" + text;
    assertThat(read(IsoText::dateTime, whole)).isEqualTo(read(LocalDateTime::parse, whole));
  }

  private LocalDateTime time() {
    int year = random.nextBoolean() ? random.nextInt(-20_000, 20_000) : random.nextInt(1900, 2100);
    return LocalDateTime.of(
        year,
        random.nextInt(1, 13),
        random.nextInt(1, 29),
        random.nextInt(24),
        random.nextInt(60),
        random.nextBoolean() ? 0 : random.nextInt(60),
        random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
  }

  private String damaged(String text) {
    StringBuilder damaged = new StringBuilder(text);
    int at = random.nextInt(text.length());
    char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    switch (random.nextInt(3)) {
      case 0 -> damaged.setCharAt(at, other);
      case 1 -> damaged.insert(at, other);
      default -> damaged.deleteCharAt(at);
    }
    return damaged.toString();
  }

  private static <T> Optional<T> read(Function<String, T> reader, String text) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException refused) {
      return Optional.empty();
    }
  }
}
