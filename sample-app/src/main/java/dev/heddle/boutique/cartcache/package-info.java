/** Stored carts, with the decoded ones kept in memory. */
@NullMarked
package dev.heddle.boutique.cartcache;

import org.jspecify.annotations.NullMarked;
