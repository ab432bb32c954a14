package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.ModuleBuilder.I32;
import static dev.heddle.sandbox.module.ModuleBuilder.I64;

import java.util.function.Consumer;

/** Modules of the ABI linear-1 made by hand, with a memory of 2 pages. */
public final class LinearMade {
  public final ModuleBuilder builder = new ModuleBuilder();

  /** Index of the type of functions without parameters and results. */
  final int nothing = builder.functionType(new int[0]);

  /** Index of the type of {@code heddle_allocate}. */
  final int allocate = builder.functionType(new int[] {I32}, I32);

  /** Index of the type of {@code heddle_invoke}. */
  final int invoke = builder.functionType(new int[] {I32, I32, I32}, I64);

  /** Index of the type of {@code heddle.call}. */
  final int call = builder.functionType(new int[] {I32, I32, I32, I32}, I64);

  /** Index of the type of {@code heddle.log}. */
  final int log = builder.functionType(new int[] {I32, I32, I32});

  /** Index of the type of most functions of WASI. */
  final int wasi = builder.functionType(new int[] {I32, I32, I32, I32}, I32);

  /** Imports a function of Heddle's. */
  int imported(String name, int type) {
    return builder.importFunction("heddle", name, type);
  }

  /** A module that takes requests at an address and answers as given. */
  byte[] build(int address, Consumer<ModuleBuilder.Code> code) {
    return build(c -> c.op(Opcode.I32_CONST, address), code);
  }

  byte[] build(Consumer<ModuleBuilder.Code> allocation, Consumer<ModuleBuilder.Code> code) {
    builder.memory(2, 4).export("memory", 2, 0);
    builder.export("heddle_allocate", builder.function(allocate, allocation));
    return builder.export("heddle_invoke", builder.function(invoke, code)).build();
  }
}
