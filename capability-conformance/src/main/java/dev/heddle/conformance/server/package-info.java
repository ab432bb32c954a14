/**
 * Real servers for tests, as Debian packages them: each with a folder and ports of its own, on the
 * loopback address, and gone when the test's process is.
 */
@NullMarked
package dev.heddle.conformance.server;

import org.jspecify.annotations.NullMarked;
