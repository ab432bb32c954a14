/**
 * The annotation processor: reads component interfaces and implementations into a model, reports
 * everything wrong with them, and writes their stubs, skeletons, codecs and descriptors from it.
 */
@NullMarked
package dev.heddle.codegen;

import org.jspecify.annotations.NullMarked;
