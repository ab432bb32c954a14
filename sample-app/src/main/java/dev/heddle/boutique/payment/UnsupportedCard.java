package dev.heddle.boutique.payment;

/** The shop does not take cards of this brand. */
public final class UnsupportedCard extends Exception {
  private static final long serialVersionUID = 1L;

  private final String brand;

  /** Reports the brand, as far as it is known. */
  public UnsupportedCard(String brand) {
    super("We take VISA and MasterCard, not " + brand);
    this.brand = brand;
  }

  /** The brand, as far as it is known. */
  public String brand() {
    return brand;
  }
}
