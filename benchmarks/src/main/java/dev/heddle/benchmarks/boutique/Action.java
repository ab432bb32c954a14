package dev.heddle.benchmarks.boutique;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What shoppers do, and how often among nineteen requests: the mix of Google's Online Boutique. */
enum Action {
  PRODUCT(10),
  VIEW_CART(3),
  SET_CURRENCY(2),
  ADD_TO_CART(2),
  HOME(1),
  CHECKOUT(1);

  private final int share;

  Action(int share) {
    this.share = share;
  }

  /** Each action as often as it is due, in random order, but with something to check out. */
  static List<Action> deck(Random random) {
    List<Action> deck = new ArrayList<>();
    for (Action action : values()) deck.addAll(Collections.nCopies(action.share, action));
    Collections.shuffle(deck, random);
    int checkout = deck.indexOf(CHECKOUT);
    int added = deck.indexOf(ADD_TO_CART);
    if (checkout < added) Collections.swap(deck, checkout, added);
    return deck;
  }
}
