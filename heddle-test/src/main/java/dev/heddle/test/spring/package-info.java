/** What Spring's own tests get from being beside {@code heddle-test}. */
@NullMarked
package dev.heddle.test.spring;

import org.jspecify.annotations.NullMarked;
