package dev.heddle.boutique.payment;

/** These are not the data of a card. */
public final class InvalidCard extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  /** Reports what is wrong, without saying the card's data. */
  public InvalidCard(String problem) {
    super("The card cannot be charged: " + problem);
    this.problem = problem;
  }

  /** What is wrong, without the card's data. */
  public String problem() {
    return problem;
  }
}
