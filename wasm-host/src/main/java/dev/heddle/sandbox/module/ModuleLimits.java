package dev.heddle.sandbox.module;

/**
 * How large a module may be. They bound what reading and compiling it takes, before any of its code
 * runs.
 *
 * @param bytes length of the module
 * @param types types that it defines
 * @param typeComparison steps that it takes to compare two types
 * @param functions functions, imported ones included
 * @param functionBytes length of the code of one function
 * @param locals 64-bit slots that the locals of one function take
 * @param allLocals slots that those of all functions take
 * @param parameters parameters of a function, and its results
 * @param globals globals, imported ones included
 * @param tags tags of exceptions, imported ones included
 * @param tables tables
 * @param tableEntries entries that its tables have at the start
 * @param memoryPages pages of 64 KiB that its memory has at the start
 * @param elements entries of its element segments
 * @param dataBytes length of its data segments
 * @param initialBytes what the initial values of its globals and tables take on the heap
 * @param imports imports
 * @param exports exports
 */
public record ModuleLimits(
    int bytes,
    int types,
    int typeComparison,
    int functions,
    int functionBytes,
    int locals,
    int allLocals,
    int parameters,
    int globals,
    int tags,
    int tables,
    int tableEntries,
    int memoryPages,
    int elements,
    int dataBytes,
    int initialBytes,
    int imports,
    int exports) {

  /** A longer module is not even read. */
  static final int MOST_BYTES = 8 << 20;

  /** Far more than a component of thousands of lines needs. */
  public static final ModuleLimits DEFAULT =
      new ModuleLimits(
          MOST_BYTES,
          20_000,
          50_000,
          20_000,
          256 << 10,
          2_000,
          500_000,
          64,
          50_000,
          1_000,
          4,
          100_000,
          256,
          100_000,
          4 << 20,
          32 << 20,
          200,
          200);
}
