package dev.heddle.component.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Reads dates and times as {@link LocalDate#parse} and {@link LocalDateTime#parse} do, without what
 * these bring along: their formatters know calendars that ask for today's date, which code in a
 * sandbox may not. For one thread.
 */
final class IsoText {
  private static final int SHORTEST_YEAR = 4;
  private static final int LONGEST_YEAR = 10;
  private static final int NANO_DIGITS = 9;

  private final String text;
  private int at;

  private IsoText(String text) {
    this.text = text;
  }

  /**
   * A date.
   *
   * @throws DateTimeException when the text is none
   */
  static LocalDate date(String text) {
    IsoText iso = new IsoText(text);
    LocalDate date = iso.date();
    iso.end();
    return date;
  }

  /**
   * A date and time.
   *
   * @throws DateTimeException when the text is none
   */
  static LocalDateTime dateTime(String text) {
    IsoText iso = new IsoText(text);
    LocalDate date = iso.date();
    if (!iso.take('T')) iso.expect('t');
    LocalDateTime dateTime = LocalDateTime.of(date, iso.time());
    iso.end();
    return dateTime;
  }

  private LocalDate date() {
    int year = year();
    expect('-');
    int month = twoDigits();
    expect('-');
    return LocalDate.of(year, month, twoDigits());
  }

  /** Four digits; more of them behind a sign, which fewer have only before the year 0. */
  private int year() {
    boolean plus = take('+');
    boolean minus = !plus && take('-');
    int begin = at;
    long year = 0;
    while (digitNext() && at - begin < LONGEST_YEAR) year = year * 10 + digit();
    int digits = at - begin;
    boolean signed = plus || minus;
    if (digits < SHORTEST_YEAR
        || (digits > SHORTEST_YEAR && !signed)
        || (digits == SHORTEST_YEAR && plus)
        || (minus && year == 0)
        || year > Integer.MAX_VALUE) {
      throw malformed();
    }
    return (int) (minus ? -year : year);
  }

  private LocalTime time() {
    int hour = twoDigits();
    expect(':');
    int minute = twoDigits();
    if (!take(':')) return LocalTime.of(hour, minute);
    int second = twoDigits();
    return LocalTime.of(hour, minute, second, take('.') ? nanos() : 0);
  }

  private int nanos() {
    int nanos = 0;
    for (int digits = 0; digits < NANO_DIGITS; digits++) {
      nanos = nanos * 10 + (digitNext() ? digit() : 0);
    }
    return nanos;
  }

  private int twoDigits() {
    return 10 * digit() + digit();
  }

  private boolean digitNext() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private int digit() {
    if (!digitNext()) throw malformed();
    return text.charAt(at++) - '0';
  }

  private boolean take(char expected) {
    if (at >= text.length() || text.charAt(at) != expected) return false;
    at++;
    return true;
  }

  private void expect(char expected) {
    if (!take(expected)) throw malformed();
  }

  private void end() {
    if (at < text.length()) throw malformed();
  }

  private DateTimeException malformed() {
    return new DateTimeException("no date or time at " + at + " of '" + text + "'");
  }
}
