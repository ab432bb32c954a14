package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.ModuleBuilder.I32;
import static dev.heddle.sandbox.module.ModuleBuilder.I64;

import java.util.function.Consumer;

/** Modules of the ABI java-1 made by hand: a message is a struct that holds an array of bytes. */
public final class HandMade {
  /** Index of the type of arrays of bytes. */
  public static final int ARRAY = 0;

  /** Index of the type of messages. */
  public static final int MESSAGE = 1;

  /** Index of the type of {@code heddle_new}: of an i32 that give a message. */
  public static final int NEW = 2;

  /** Index of the type of {@code heddle_invoke}. */
  public static final int INVOKE = 3;

  private static final int NULLABLE = 0x63;

  public final ModuleBuilder builder = new ModuleBuilder();

  /** A module without imports whose {@code heddle_invoke} is as given. */
  public static byte[] invoking(Consumer<ModuleBuilder.Code> invoke) {
    HandMade module = new HandMade();
    return module.build(invoke);
  }

  /** A module that answers with the request. */
  public static byte[] echo() {
    return invoking(code -> code.op(Opcode.LOCAL_GET, 1));
  }

  /** A module of the ABI linear-1 that answers with the request. */
  public static byte[] linearEcho() {
    ModuleBuilder builder = new ModuleBuilder();
    int allocate = builder.functionType(new int[] {I32}, I32);
    int invoke = builder.functionType(new int[] {I32, I32, I32}, I64);
    builder.memory(1, 1);
    builder.export("memory", 2, 0);
    builder.export(
        "heddle_allocate", builder.function(allocate, code -> code.op(Opcode.I32_CONST, 64)));
    builder.export(
        "heddle_invoke",
        builder.function(
            invoke,
            code ->
                code.op(Opcode.LOCAL_GET, 1)
                    .op(0xad)
                    .op(0x42, 32)
                    .op(0x86)
                    .op(Opcode.LOCAL_GET, 2)
                    .op(0xad)
                    .op(0x84)));
    return builder.build();
  }

  public HandMade() {
    builder.type(0x5e, 0x78, 1);
    builder.type(0x5f, 1, NULLABLE, ARRAY, 1);
    builder.type(0x60, 1, I32, 1, NULLABLE, MESSAGE);
    builder.type(0x60, 2, I32, NULLABLE, MESSAGE, 1, NULLABLE, MESSAGE);
    builder.type(0x60, 0, 0);
    builder.type(0x60, 1, I32, 1, I32);
    builder.type(0x60, 3, I32, I32, NULLABLE, MESSAGE, 1, NULLABLE, MESSAGE);
  }

  /** Index of the type of functions without parameters and results. */
  public static final int NOTHING = 4;

  /** Index of the type of functions of an i32 that give one. */
  public static final int I32_TO_I32 = 5;

  /** Index of the type of {@code heddle.call}. */
  public static final int CALL = 6;

  /** Completes the module with the functions of the ABI. */
  public byte[] build(Consumer<ModuleBuilder.Code> invoke) {
    return build(invoke, code -> {});
  }

  public byte[] build(Consumer<ModuleBuilder.Code> invoke, Consumer<ModuleBuilder.Code> start) {
    return builder
        .export(
            "heddle_new",
            builder.function(
                2,
                code ->
                    code.op(Opcode.LOCAL_GET, 0)
                        .op(Opcode.ARRAY_NEW_DEFAULT, ARRAY)
                        .op(Opcode.STRUCT_NEW, MESSAGE)))
        .export("heddle_start", builder.function(NOTHING, start))
        .export("heddle_invoke", builder.function(INVOKE, invoke))
        .build();
  }
}
