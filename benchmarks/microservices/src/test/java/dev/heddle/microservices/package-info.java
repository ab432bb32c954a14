@NullMarked
package dev.heddle.microservices;

import org.jspecify.annotations.NullMarked;
