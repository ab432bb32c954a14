/** Charging cards, once for each idempotency key. */
@NullMarked
package dev.heddle.boutique.payment;

import org.jspecify.annotations.NullMarked;
