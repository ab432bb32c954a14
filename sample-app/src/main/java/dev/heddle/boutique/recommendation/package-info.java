/** What else a shopper may like. */
@NullMarked
package dev.heddle.boutique.recommendation;

import org.jspecify.annotations.NullMarked;
