package dev.heddle.boutique.values;

/**
 * An exact amount of money: whole units and billionths of a unit. Both parts carry the amount's
 * sign, so minus 1.75 is -1 units and -750,000,000 nanos. Arithmetic that does not fit throws
 * {@link ArithmeticException}.
 *
 * @param currencyCode three upper-case letters (ISO 4217)
 * @param units whole units
 * @param nanos billionths of a unit, -999,999,999 to 999,999,999, of the same sign as the units
 */
public record Money(String currencyCode, long units, int nanos) {
  private static final int NANOS_PER_UNIT = 1_000_000_000;

  public Money {
    Require.that(
        currencyCode.length() == 3 && currencyCode.chars().allMatch(c -> c >= 'A' && c <= 'Z'),
        "A currency code is three upper-case letters, found '" + currencyCode + "'");
    Require.that(
        Math.abs((long) nanos) < NANOS_PER_UNIT,
        "nanos must be -999999999 to 999999999, found " + nanos);
    Require.that(
        units == 0 || nanos == 0 || (units > 0) == (nanos > 0),
        "units and nanos must have the same sign, found " + units + " and " + nanos);
  }

  /** Nothing, in a currency. */
  public static Money zero(String currencyCode) {
    return new Money(currencyCode, 0, 0);
  }

  /** The sum with an amount of the same currency. */
  public Money plus(Money other) {
    Require.that(
        currencyCode.equals(other.currencyCode),
        "Cannot add " + other.currencyCode + " to " + currencyCode + "; convert one of them first");
    return of(currencyCode, Math.addExact(units, other.units), (long) nanos + other.nanos);
  }

  /** This amount {@code count} times. */
  public Money times(int count) {
    return of(currencyCode, Math.multiplyExact(units, (long) count), (long) nanos * count);
  }

  /** Whether there is anything above nothing. */
  public boolean exceedsZero() {
    return units > 0 || nanos > 0;
  }

  /** Brings the parts into range and to one sign. */
  private static Money of(String currencyCode, long units, long nanos) {
    long whole = Math.addExact(units, nanos / NANOS_PER_UNIT);
    long rest = nanos % NANOS_PER_UNIT;
    if (whole > 0 && rest < 0)
      return new Money(currencyCode, whole - 1, (int) (rest + NANOS_PER_UNIT));
    if (whole < 0 && rest > 0)
      return new Money(currencyCode, whole + 1, (int) (rest - NANOS_PER_UNIT));
    return new Money(currencyCode, whole, (int) rest);
  }
}
