/** What the shop sells. */
@NullMarked
package dev.heddle.boutique.catalog;

import org.jspecify.annotations.NullMarked;
