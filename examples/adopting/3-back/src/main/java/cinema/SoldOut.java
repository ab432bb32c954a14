package cinema;

/** Fewer seats are free than were asked for. */
public final class SoldOut extends Exception {
  private static final long serialVersionUID = 1L;

  SoldOut(String show, int free) {
    super("show " + show + " has " + free + " free seats left");
  }
}
