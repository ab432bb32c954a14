package dev.heddle.boutique.checkout;

import dev.heddle.boutique.values.Order;
import dev.heddle.component.Event;
import dev.heddle.component.RoutingKey;

/**
 * An order was paid and shipped. Published at least once for each order.
 *
 * @param userId who ordered; each user's orders are told in their order
 * @param email where the user wants to hear of it
 */
@Event
public record OrderPlaced(@RoutingKey String userId, String email, Order order) {}
