/** Shopping carts and their rules. */
@NullMarked
package dev.heddle.boutique.cart;

import org.jspecify.annotations.NullMarked;
