package dev.heddle.cli.watch;

/**
 * A module compiled, and not yet taken over.
 *
 * @param whole whether all of its sources were
 * @param shapesDiffer whether modules that use it may have to be compiled too
 */
record Step(ModuleClasses module, Compilation compilation, boolean whole, boolean shapesDiffer) {}
