/** The transport as a Spring bean. */
@NullMarked
package dev.heddle.transport.spring;

import org.jspecify.annotations.NullMarked;
