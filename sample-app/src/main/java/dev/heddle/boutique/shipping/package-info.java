/** Quotes and shipments. */
@NullMarked
package dev.heddle.boutique.shipping;

import org.jspecify.annotations.NullMarked;
