/** Calls between processes: gRPC streams that many calls share, and plain gRPC for others. */
@NullMarked
package dev.heddle.transport;

import org.jspecify.annotations.NullMarked;
