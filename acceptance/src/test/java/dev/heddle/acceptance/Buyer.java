package dev.heddle.acceptance;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A customer who adds mugs and orders them, again and again, and keeps count of what the boutique
 * has acknowledged. An order without answer is asked for again under its own key. For one thread.
 */
final class Buyer implements Runnable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MUGS_AN_ORDER = 3;

  private final Customer customer;
  private final AtomicBoolean over;
  private final Map<String, JsonNode> orders = new LinkedHashMap<>();
  private int attempted;
  private int acknowledged;
  private int failures;

  /**
   * @param over when to stop
   */
  Buyer(String url, AtomicBoolean over) {
    this.customer = new Customer(url, UUID.randomUUID().toString());
    this.over = over;
  }

  @Override
  public void run() {
    try {
      while (!over.get()) {
        for (int mug = 0; mug < MUGS_AN_ORDER; mug++) add();
        order(UUID.randomUUID().toString());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes each acknowledged order once more, and gives the first one that has become another. */
  String changedOrder() throws IOException, InterruptedException {
    for (Map.Entry<String, JsonNode> each : orders.entrySet()) {
      JsonNode again = JSON.readTree(customer.checkout(each.getKey()).body());
      if (!again.equals(each.getValue())) return each.getValue() + " became " + again;
    }
    return "none";
  }

  /** How many mugs are in acknowledged orders and in the cart. */
  int mugs() throws IOException, InterruptedException {
    int mugs = quantity(JSON.readTree(customer.get("/api/cart")));
    for (JsonNode order : orders.values()) mugs += quantity(order);
    return mugs;
  }

  /** How often a mug was put into the cart, and the boutique said so. */
  int acknowledged() {
    return acknowledged;
  }

  /** How often that was tried. */
  int attempted() {
    return attempted;
  }

  /** How many requests failed. */
  int failures() {
    return failures;
  }

  int orders() {
    return orders.size();
  }

  private void add() throws IOException, InterruptedException {
    attempted++;
    if (customer.addMug().statusCode() == 200) acknowledged++;
    else failures++;
  }

  private void order(String key) throws IOException, InterruptedException {
    while (true) {
      HttpResponse<String> answer = customer.checkout(key);
      if (answer.statusCode() == 201) {
        orders.put(key, JSON.readTree(answer.body()));
        return;
      }
      // None of the mugs came into the cart: there is nothing to order.
      if (answer.statusCode() == 422 || answer.statusCode() == 409) return;
      failures++;
    }
  }

  private static int quantity(JsonNode document) {
    int quantity = 0;
    for (JsonNode line : document.get("lines")) quantity += line.get("quantity").asInt();
    return quantity;
  }
}
