package dev.heddle.benchmarks;

import dev.heddle.benchmarks.peer.Address;
import dev.heddle.benchmarks.peer.Item;
import dev.heddle.benchmarks.peer.Money;
import dev.heddle.benchmarks.peer.Status;
import java.util.ArrayList;
import java.util.List;

/** Between records and protobuf-java's messages, as an application with both has to map them. */
public final class PeerMapping {
  private PeerMapping() {}

  /** The order as a message. */
  public static dev.heddle.benchmarks.peer.Order message(Order order) {
    var message =
        dev.heddle.benchmarks.peer.Order.newBuilder()
            .setId(order.id())
            .setCustomer(order.customer())
            .setEmail(order.email())
            .setCreatedAt(order.createdAt())
            .setAddress(message(order.address()));
    for (Order.Item item : order.items()) message.addItems(message(item));
    return message
        .putAllAttributes(order.attributes())
        .setTotal(message(order.total()))
        .setStatusValue(order.status().ordinal() + 1)
        .build();
  }

  static Order record(dev.heddle.benchmarks.peer.Order order) {
    List<Order.Item> items = new ArrayList<>(order.getItemsCount());
    for (Item item : order.getItemsList()) items.add(record(item));
    return new Order(
        order.getId(),
        order.getCustomer(),
        order.getEmail(),
        order.getCreatedAt(),
        record(order.getAddress()),
        items,
        order.getAttributesMap(),
        record(order.getTotal()),
        record(order.getStatus()));
  }

  private static Address message(Order.Address address) {
    return Address.newBuilder()
        .setStreet(address.street())
        .setCity(address.city())
        .setZip(address.zip())
        .setCountry(address.country())
        .setLatitude(address.latitude())
        .setLongitude(address.longitude())
        .build();
  }

  private static Item message(Order.Item item) {
    return Item.newBuilder()
        .setSku(item.sku())
        .setName(item.name())
        .setQuantity(item.quantity())
        .setPrice(message(item.price()))
        .setDiscount(item.discount())
        .setGift(item.gift())
        .build();
  }

  private static Money message(Order.Money money) {
    return Money.newBuilder()
        .setCurrency(money.currency())
        .setUnits(money.units())
        .setNanos(money.nanos())
        .build();
  }

  private static Order.Address record(Address address) {
    return new Order.Address(
        address.getStreet(),
        address.getCity(),
        address.getZip(),
        address.getCountry(),
        address.getLatitude(),
        address.getLongitude());
  }

  private static Order.Item record(Item item) {
    return new Order.Item(
        item.getSku(),
        item.getName(),
        item.getQuantity(),
        record(item.getPrice()),
        item.getDiscount(),
        item.getGift());
  }

  private static Order.Money record(Money money) {
    return new Order.Money(money.getCurrency(), money.getUnits(), money.getNanos());
  }

  private static Order.Status record(Status status) {
    return switch (status) {
      case STATUS_NEW -> Order.Status.NEW;
      case STATUS_PAID -> Order.Status.PAID;
      case STATUS_SHIPPED -> Order.Status.SHIPPED;
      case STATUS_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("no status: " + status);
    };
  }
}
