package dev.heddle.boutique.payment;

/** The card's expiry date has passed. */
public final class CardExpired extends Exception {
  private static final long serialVersionUID = 1L;

  private final int month;
  private final int year;

  /** Reports the last month in which the card was valid. */
  public CardExpired(int month, int year) {
    super("The card expired at the end of " + month + "/" + year);
    this.month = month;
    this.year = year;
  }

  /** The last valid month, 1 for January. */
  public int month() {
    return month;
  }

  /** The year of that month. */
  public int year() {
    return year;
  }
}
