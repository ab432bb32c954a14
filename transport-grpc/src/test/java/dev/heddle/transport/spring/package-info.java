@NullMarked
package dev.heddle.transport.spring;

import org.jspecify.annotations.NullMarked;
