package dev.heddle.transport;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable;
import dev.heddle.core.control.Order;
import dev.heddle.transport.control.v1.Entry;
import dev.heddle.transport.control.v1.Prepare;
import dev.heddle.transport.control.v1.Publish;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders as messages of control.proto, and back. */
final class ControlOrders {
  private ControlOrders() {}

  static dev.heddle.transport.control.v1.Order message(Order order) {
    var message = dev.heddle.transport.control.v1.Order.newBuilder();
    switch (order) {
      case Order.Prepare prepare ->
          message.setPrepare(
              Prepare.newBuilder()
                  .setMove(prepare.move())
                  .setComponent(prepare.component())
                  .setPlacement(placement(prepare.placement()))
                  .addAllReplicas(prepare.replicas()));
      case Order.Publish(PlacementTable table, var addresses) ->
          message.setPublish(
              Publish.newBuilder()
                  .setEpoch(table.epoch())
                  .addAllEntries(
                      table.entries().entrySet().stream().map(ControlOrders::entry).toList())
                  .putAllAddresses(addresses));
    }
    return message.build();
  }

  /**
   * What a message says.
   *
   * @throws IllegalArgumentException when it makes no sense
   */
  static Order order(dev.heddle.transport.control.v1.Order message) {
    return switch (message.getKindCase()) {
      case PREPARE -> prepare(message.getPrepare());
      case PUBLISH -> publish(message.getPublish());
      case KIND_NOT_SET -> throw new IllegalArgumentException("an order of no kind");
    };
  }

  private static Order prepare(Prepare message) {
    return new Order.Prepare(
        message.getMove(),
        message.getComponent(),
        placement(message.getPlacement()),
        Set.copyOf(message.getReplicasList()));
  }

  private static Order publish(Publish message) {
    return new Order.Publish(
        new PlacementTable(
            message.getEpoch(),
            message.getEntriesList().stream()
                .collect(Collectors.toMap(Entry::getComponent, ControlOrders::entry))),
        message.getAddressesMap());
  }

  private static Entry entry(Map.Entry<String, PlacementTable.Entry> entry) {
    return Entry.newBuilder()
        .setComponent(entry.getKey())
        .setPlacement(placement(entry.getValue().placement()))
        .addAllReplicas(entry.getValue().replicas())
        .setSpill(entry.getValue().spill())
        .setReason(entry.getValue().reason())
        .build();
  }

  private static PlacementTable.Entry entry(Entry message) {
    return new PlacementTable.Entry(
        placement(message.getPlacement()),
        Set.copyOf(message.getReplicasList()),
        message.getSpill(),
        message.getReason());
  }

  static dev.heddle.transport.control.v1.Placement placement(Placement placement) {
    return switch (placement) {
      case LOCAL -> dev.heddle.transport.control.v1.Placement.PLACEMENT_LOCAL;
      case SANDBOXED -> dev.heddle.transport.control.v1.Placement.PLACEMENT_SANDBOXED;
      case REMOTE -> dev.heddle.transport.control.v1.Placement.PLACEMENT_REMOTE;
    };
  }

  static Placement placement(dev.heddle.transport.control.v1.Placement message) {
    return switch (message) {
      case PLACEMENT_LOCAL -> Placement.LOCAL;
      case PLACEMENT_SANDBOXED -> Placement.SANDBOXED;
      case PLACEMENT_REMOTE -> Placement.REMOTE;
      case PLACEMENT_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("a placement that is none");
    };
  }
}
