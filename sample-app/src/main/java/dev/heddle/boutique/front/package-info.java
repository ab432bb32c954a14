/** The web front: pages and their JSON variant. Ordinary Spring MVC over the components. */
@NullMarked
package dev.heddle.boutique.front;

import org.jspecify.annotations.NullMarked;
