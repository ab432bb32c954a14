package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;

/** Somebody with cookies who does one thing after the other. For one thread at a time. */
final class Shopper {
  private static final int SHOWN = 300;

  private final Shop shop;
  private final Surface surface;
  private final Random random;
  private final Map<String, String> cookies = new TreeMap<>();
  private final Queue<Action> planned = new ArrayDeque<>();

  /**
   * @param number decides what the shopper does; shoppers of one number do the same
   */
  Shopper(Shop shop, Surface surface, long number) {
    this.shop = shop;
    this.surface = surface;
    this.random = new Random(number);
  }

  /**
   * Makes the next request.
   *
   * @throws IOException when the answer is not the right one
   */
  void act() throws IOException {
    if (planned.isEmpty()) planned.addAll(Action.deck(random));
    Visit visit = surface.visit(planned.remove(), random);
    Shop.Answer answer = shop.send(visit, cookies);
    if (answer.status() != visit.status() || !answer.body().contains(visit.word())) {
      throw new IOException(
          "%s %s was answered with %d, %s; expected was %d with \"%s\""
              .formatted(
                  visit.method(),
                  visit.path(),
                  answer.status(),
                  answer.body().substring(0, Math.min(SHOWN, answer.body().length())),
                  visit.status(),
                  visit.word()));
    }
    cookies.putAll(answer.cookies());
  }
}
