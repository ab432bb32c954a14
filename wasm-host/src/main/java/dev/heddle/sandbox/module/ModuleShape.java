package dev.heddle.sandbox.module;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a module declares. Every index in it and in its code has been checked as far as the rewriter
 * relies on it.
 *
 * @param bytes the module
 * @param sections where the contents of its sections are, by their id
 * @param types its types, in the order of their indices
 * @param typeComparison how many steps it takes at most to compare two of them
 * @param typeGroups how many entries the type section has, each one type or a group
 * @param typesFrom where the first of them begins
 * @param imports what it asks of its host
 * @param functions the types of all functions by index, imported ones first
 * @param tables its own tables
 * @param memories its own memories
 * @param tags how many tags of exceptions there are, imported ones included
 * @param globals how many globals there are, imported ones included
 * @param exports what it offers
 * @param start the function that runs before all others
 * @param elements how many entries its element segments have together
 * @param dataSegments how many data segments it has
 * @param dataBytes how long they are together
 * @param initialBytes what the values of its globals and tables take on the host's heap
 * @param referenced functions that may be called otherwise than by their index in code
 * @param bodies the code of its own functions
 * @param custom contents of custom sections by name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never seen outside this package
record ModuleShape(
    byte[] bytes,
    Map<Integer, Span> sections,
    List<DefinedType> types,
    long typeComparison,
    int typeGroups,
    int typesFrom,
    List<Import> imports,
    List<DefinedType.Function> functions,
    List<Limits> tables,
    List<Limits> memories,
    int tags,
    int globals,
    List<Export> exports,
    OptionalInt start,
    long elements,
    int dataSegments,
    long dataBytes,
    long initialBytes,
    BitSet referenced,
    List<Body> bodies,
    Map<String, Span> custom) {

  /** A part of the module's bytes. */
  record Span(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /** The bounds of a table or a memory; {@code maximum} is -1 where there is none. */
  record Limits(long minimum, long maximum) {}

  /** Kinds of imports and exports, in the order of their codes. */
  enum Kind {
    FUNCTION,
    TABLE,
    MEMORY,
    GLOBAL,
    TAG
  }

  /** Something that the host is to provide; {@code limits} are those of a table or a memory. */
  record Import(String module, String name, Kind kind, Limits limits) {
    String qualifiedName() {
      return module + "." + name;
    }
  }

  /** Something that the host may use. */
  record Export(String name, Kind kind, int index) {}

  /** The code of one function: where its instructions are, and the types of its own locals. */
  record Body(Span code, List<LocalGroup> locals, int localCount) {

    /** How many 64-bit slots of a stack frame its locals take. */
    long slots() {
      long slots = 0;
      for (LocalGroup group : locals) slots += (long) group.count() * group.type().slots();
      return slots;
    }
  }

  /** Some locals of one type. */
  record LocalGroup(int count, ValueType type) {}

  /** How many functions are imported: they have the first indices. */
  int importedFunctions() {
    return functions.size() - bodies.size();
  }

  DefinedType.Function functionType(int index) {
    return (DefinedType.Function) types.get(index);
  }
}
