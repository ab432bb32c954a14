/**
 * What every backend of a capability does, as test suites to extend: one abstract class for each
 * capability.
 */
@NullMarked
package dev.heddle.conformance;

import org.jspecify.annotations.NullMarked;
