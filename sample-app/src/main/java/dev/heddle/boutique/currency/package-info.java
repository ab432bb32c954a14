/** Exchange between currencies. */
@NullMarked
package dev.heddle.boutique.currency;

import org.jspecify.annotations.NullMarked;
