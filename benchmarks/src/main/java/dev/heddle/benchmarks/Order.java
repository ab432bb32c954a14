package dev.heddle.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order of twenty items: the value that codecs are measured on. */
public record Order(
    long id,
    String customer,
    String email,
    long createdAt,
    Address address,
    List<Item> items,
    Map<String, String> attributes,
    Money total,
    Status status) {

  /** Where an order stands. */
  public enum Status {
    NEW,
    PAID,
    SHIPPED
  }

  /** An amount. */
  public record Money(String currency, long units, int nanos) {}

  /** A line of an order. */
  public record Item(
      String sku, String name, int quantity, Money price, double discount, boolean gift) {}

  /** Where an order goes. */
  public record Address(
      String street, String city, String zip, String country, double latitude, double longitude) {}

  /** The order that every codec is given. */
  public static Order sample() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      items.add(
          new Item(
              "SKU-" + (200_000 + i * 41),
              "Enamelled cast iron pot, size " + i,
              1 + i % 4,
              new Money("EUR", 15 + i * 2, 950_000_000),
              (i % 5) * 0.04,
              i % 6 == 0));
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("channel", "web");
    attributes.put("campaign", "winter-sale");
    attributes.put("locale", "fr-FR");
    attributes.put("session", "b1946ac92492d234");
    return new Order(
        8_123_456_789_012L,
        "Zoë Lefèvre-Muñoz",
        "zoe.lefevre@example.org",
        1_795_000_000_456L,
        new Address("12 allée des Érables, 3e étage", "Besançon", "25000", "FR", 47.2378, 6.0241),
        List.copyOf(items),
        attributes,
        new Money("EUR", 987, 650_000_000),
        Status.PAID);
  }
}
