/**
 * The boutique as Spring Boot REST microservices: one process a component and one for the front,
 * each of the boutique's own classes. Nothing of Heddle carries a call here.
 */
@NullMarked
package dev.heddle.microservices;

import org.jspecify.annotations.NullMarked;
