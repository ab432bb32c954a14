/** Turns a cart into a paid and shipped order, once. */
@NullMarked
package dev.heddle.boutique.checkout;

import org.jspecify.annotations.NullMarked;
