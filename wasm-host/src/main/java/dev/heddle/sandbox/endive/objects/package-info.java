/**
 * Objects of guests as they lie on the host's heap. Each struct type of a module has a class of its
 * own with typed fields, which its subtypes extend, so that the JVM's own checks of null, types and
 * bounds are the guest's; arrays are arrays of the narrowest type of Java's that holds their
 * elements. The runtime's own objects take five to ten times the memory.
 */
@NullMarked
package dev.heddle.sandbox.endive.objects;

import org.jspecify.annotations.NullMarked;
