/** Mail to customers. */
@NullMarked
package dev.heddle.boutique.email;

import org.jspecify.annotations.NullMarked;
