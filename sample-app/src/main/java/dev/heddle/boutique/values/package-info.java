/** What several components speak of: money, lines of a cart, addresses, orders. */
@NullMarked
package dev.heddle.boutique.values;

import org.jspecify.annotations.NullMarked;
