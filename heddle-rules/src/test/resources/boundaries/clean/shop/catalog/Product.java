package shop.catalog;

import shop.values.Money;

public record Product(String id, Money price, Kind kind) {
  public enum Kind {
    GOODS,
    SERVICE
  }
}
