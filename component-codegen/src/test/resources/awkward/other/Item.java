package other;

public record Item(String name, Inner inner) {
  public record Inner(Item.Kind kind) {}

  public enum Kind {
    KIND,
    ITEM
  }
}
