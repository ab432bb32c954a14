package dev.heddle.boutique.email;

/** No mail can be sent to this address. */
public final class AddressRejected extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  /** Reports why; the address itself stays out of messages and logs. */
  public AddressRejected(String problem) {
    super("The mail was not sent: " + problem);
    this.problem = problem;
  }

  /** What is wrong with the address. */
  public String problem() {
    return problem;
  }
}
