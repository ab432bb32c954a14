package dev.heddle.boutique.currency;

/** The shop does not take this currency. */
public final class UnknownCurrency extends Exception {
  private static final long serialVersionUID = 1L;

  private final String currencyCode;

  /** Reports the code that was asked for. */
  public UnknownCurrency(String currencyCode) {
    super("We do not take the currency '" + currencyCode + "'");
    this.currencyCode = currencyCode;
  }

  /** The code that was asked for. */
  public String currencyCode() {
    return currencyCode;
  }
}
