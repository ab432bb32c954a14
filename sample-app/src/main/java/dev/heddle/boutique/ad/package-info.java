/** Advertisements that fit what a shopper looks at. */
@NullMarked
package dev.heddle.boutique.ad;

import org.jspecify.annotations.NullMarked;
