package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A module that has been read and found well-formed as far as this package looks; whether its code
 * is valid is found out by the runtime that compiles it. Immutable.
 */
public final class GuestModule {
  /** Changes whenever what is read, or what has problems, does not do so any more, or now does. */
  public static final int RULES_VERSION = 1;

  /** Changes whenever the same module is rewritten into other bytes. */
  public static final int REWRITER_VERSION = 9;

  private final ModuleShape shape;

  private GuestModule(ModuleShape shape) {
    this.shape = shape;
  }

  /**
   * Reads a module.
   *
   * @param bytes the module, which must not change afterwards
   * @throws MalformedModuleException when it is not one, or has what is not supported
   */
  public static GuestModule read(byte[] bytes) {
    return new GuestModule(ModuleReader.read(bytes));
  }

  /**
   * What a module has too much of, lacks, or must not ask for; empty when it may be compiled.
   *
   * @param grants what its component was granted beyond its constructor's parameters
   */
  public List<ModuleProblem> problems(ModuleLimits limits, GuestAbi abi, Set<Grant> grants) {
    return ModuleRules.check(shape, limits, abi, grants);
  }

  /** The module with its meter, and without what a runtime misreads. */
  public byte[] metered() {
    return ModuleRewriter.rewrite(shape);
  }

  /**
   * What is needed of a metered module whose code has been compiled: all but that code.
   *
   * @param metered what {@link #metered} returned
   */
  public static byte[] withoutCode(byte[] metered) {
    return EmptyBodies.of(metered);
  }

  /** The function that is to run before all others; the metered module does not name it. */
  public OptionalInt start() {
    return shape.start();
  }

  /** How many bytes of its memory a Java guest's own data take: its heap begins behind them. */
  public int dataBytes() {
    return MemoryRequirements.dataBytes(shape);
  }

  /**
   * The names of functions by index, where the module tells them; for its functions in the metered
   * module too.
   */
  public Map<Integer, String> functionNames() {
    return functionNames(names());
  }

  /** What {@link #functionNames(byte[])} reads; empty when the module names no functions. */
  public byte[] names() {
    return FunctionNames.section(shape);
  }

  /** The names of functions by index, of what {@link #names} returned. */
  public static Map<Integer, String> functionNames(byte[] names) {
    return FunctionNames.of(names);
  }

  /** How many functions it imports; those of its own follow them, in the metered module too. */
  public int importedFunctions() {
    return shape.functions().size() - shape.bodies().size();
  }

  /** The first two functions without parameters and results that do nothing at all. */
  public List<Integer> idleFunctions() {
    return IntStream.range(importedFunctions(), shape.functions().size())
        .filter(this::isIdle)
        .limit(2)
        .boxed()
        .toList();
  }

  private boolean isIdle(int function) {
    DefinedType.Function type = shape.functions().get(function);
    Span code = shape.bodies().get(function - importedFunctions()).code();
    return type.parameters().isEmpty() && type.results().isEmpty() && code.length() == 1;
  }

  /** The index of the first of the {@link Meter}'s globals in the metered module. */
  public int meterGlobal() {
    return shape.globals();
  }

  /** The index of the first of the {@link Meter}'s functions in the metered module. */
  public int meterFunction() {
    return shape.functions().size();
  }
}
