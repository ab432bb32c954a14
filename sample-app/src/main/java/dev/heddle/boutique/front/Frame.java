package dev.heddle.boutique.front;

import java.util.List;

/**
 * What surrounds every page.
 *
 * @param currencies codes to choose from
 * @param currency the chosen one
 * @param cartSize how many things are in the cart
 */
record Frame(List<String> currencies, String currency, int cartSize) {}
