package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.HandMade.I32_TO_I32;
import static dev.heddle.sandbox.module.HandMade.NOTHING;
import static dev.heddle.sandbox.module.HostileModule.java;
import static dev.heddle.sandbox.module.HostileModule.linear;
import static dev.heddle.sandbox.module.ModuleBuilder.I32;
import static dev.heddle.sandbox.module.ModuleBuilder.I64;

import dev.heddle.sandbox.module.HostileModule.Answer;
import dev.heddle.sandbox.module.HostileModule.End;
import dev.heddle.sandbox.module.HostileModule.Refused;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Modules that ask for too much, or for what was not granted, before any of their code runs. */
final class HostileDeclarations {
  private static final int FUNCTION_REFERENCE = 0x70;

  static final List<HostileModule> ALL =
      List.of(
          with("8,192 pages of memory", "at most 256 pages", b -> b.memory(8_192, 8_192)),
          with("a second memory", "at most one memory", b -> b.memory(1, 1).memory(1, 1)),
          with("shared memory", "shared or 64-bit", b -> b.memoryOf(3, 1, 2)),
          with("64-bit memory", "shared or 64-bit", b -> b.memoryOf(4, 1)),
          with("five tables", "at most 4 tables", b -> times(5, () -> b.table(1))),
          with("a table of 2^32-1 entries", "entries of tables", b -> b.table(0xffff_ffffL)),
          with("100,001 entries in tables", "entries of tables", b -> b.table(100_001)),
          with("20,001 types", "at most 20000 types", b -> times(20_001, () -> b.type(0x5f, 0))),
          with(
              "20,001 functions",
              "at most 20000 functions",
              b -> times(20_001, () -> b.function(NOTHING, c -> {}))),
          with(
              "50,001 globals",
              "at most 50000 globals",
              b -> times(50_001, () -> b.global(I32, c -> c.op(Opcode.I32_CONST, 0)))),
          with(
              "201 exports",
              "at most 200 exports",
              b -> IntStream.range(0, 201).forEach(i -> b.export("f" + i, 0))),
          with(
              "201 imports",
              "at most 200 imports",
              b -> times(201, () -> b.importFunction("heddle", "present", I32_TO_I32))),
          with("4 MB of data and a byte", "bytes of data", b -> b.data((4 << 20) + 1)),
          with("8 MB of nothing", "more than 8388608 bytes", b -> b.custom("", 8 << 20)),
          with("100,001 elements", "at most 100000 elements", b -> b.element(elements(100_001))),
          with("1,001 tags", "at most 1000 tags", b -> times(1_001, () -> b.tag(NOTHING))),
          with(
              "65 parameters",
              "at most 64 parameters",
              b -> b.functionType(IntStream.generate(() -> I32).limit(65).toArray())),
          with(
              "2,001 locals",
              "at most 2000 slots",
              b ->
                  b.function(
                      NOTHING, IntStream.generate(() -> I32).limit(2_001).toArray(), c -> {})),
          with(
              "900 locals to remember in each of 1,000 blocks",
              new Answer(),
              b ->
                  b.function(
                      NOTHING,
                      IntStream.generate(() -> I64).limit(900).toArray(),
                      c ->
                          times(
                              1_000,
                              () ->
                                  c.op(Opcode.BLOCK, -64)
                                      .op(Opcode.I32_CONST, 0)
                                      .op(Opcode.BR_IF, 0)
                                      .op(Opcode.END)))),
          with(
              "a function of 300 KB",
              "bytes of code",
              b -> b.function(NOTHING, c -> times(300 << 10, () -> c.op(1)))),
          with("a function of the system", "env.system", b -> imported(b, "env", "system")),
          with(
              "a file, as a Java guest",
              "wasi_snapshot_preview1.path_open",
              b -> imported(b, "wasi_snapshot_preview1", "path_open")),
          with(
              "a call that is none",
              "of the type i32,i32,ref->ref",
              b -> imported(b, "heddle", "call")),
          with("a clock that it has not", "heddle.nanos", b -> imported(b, "heddle", "nanos")),
          with("randomness that it has not", "entropy", b -> imported(b, "heddle", "entropy")),
          with("the host's table", "env.t (table)", b -> b.importOther("env", "t", 1, 0x70, 0, 0)),
          with("the host's globals", "env.g (global)", b -> b.importOther("env", "g", 3, I32, 1)),
          with(
              "the host's exceptions",
              "env.e (tag)",
              b -> b.importOther("env", "e", 4, 0, NOTHING)),
          with("a memory that is another's", "x.memory", b -> b.importMemory("x", "memory", 1)),
          with(
              "data beyond its memory",
              "out of bounds",
              b -> b.memory(1, 1).dataOf(0, 0x41, 0xff, 0xff, 3, 0x0b, 2, 1, 1)),
          with(
              "elements beyond its table",
              "out of bounds",
              b -> b.table(1).element(0, 0x41, 1, 0x0b, 1, 0)),
          with(
              "two exports of one name",
              "one export of a name",
              b -> b.export("f", 0).export("f", 1)),
          with(
              "to be called with numbers where objects are due",
              "heddle_next is of the type i32->ref",
              b -> b.export("heddle_next", b.function(I32_TO_I32, c -> c.op(Opcode.LOCAL_GET, 0)))),
          with(
              "a start that takes a parameter",
              "takes or returns something",
              b -> b.start(b.function(I32_TO_I32, c -> c.op(Opcode.LOCAL_GET, 0)))),
          with("a start that does not end", "fuel", b -> start(b, HostileCode::loop)),
          with("a start that traps", "unreachable", b -> start(b, c -> c.op(Opcode.UNREACHABLE))),
          with(
              "a start that is the host's",
              "asked for teavm.exit",
              b -> b.start(b.importFunction("teavm", "exit", NOTHING))),
          java(
              "no functions to call",
              new Refused("no heddle_invoke"),
              () -> new ModuleBuilder().build()),
          java(
              "a memory where a function is due",
              new Refused("it is memory"),
              () -> new ModuleBuilder().memory(1, 1).export("heddle_invoke", 2, 0).build()),
          linear(
              "no memory to write to", new Refused("no memory"), () -> new ModuleBuilder().build()),
          with(
              "7 MB of custom sections",
              new Answer(),
              b -> IntStream.range(0, 7).forEach(i -> b.custom("name" + i, 1_000_000))),
          with(
              "100,000 custom sections",
              new Answer(),
              b -> IntStream.range(0, 100_000).forEach(i -> b.custom("" + i, 0))),
          with(
              "2,000 locals in each of 501 functions",
              "at most 500000 slots",
              b ->
                  times(
                      501,
                      () ->
                          b.function(
                              NOTHING,
                              IntStream.generate(() -> I32).limit(2_000).toArray(),
                              c -> {}))));

  private HostileDeclarations() {}

  /** A module that answers with the request, and more. */
  private static HostileModule with(String tries, String refused, Consumer<ModuleBuilder> more) {
    return with(tries, new Refused(refused), more);
  }

  private static HostileModule with(String tries, End end, Consumer<ModuleBuilder> more) {
    return java(
        tries,
        end,
        () -> {
          HandMade made = new HandMade();
          more.accept(made.builder);
          return made.build(code -> code.op(Opcode.LOCAL_GET, 1));
        });
  }

  private static void imported(ModuleBuilder builder, String module, String name) {
    builder.importFunction(module, name, NOTHING);
  }

  private static void start(ModuleBuilder builder, Consumer<ModuleBuilder.Code> code) {
    builder.start(builder.function(NOTHING, code));
  }

  /** A segment of functions' indices that is only declared. */
  private static int[] elements(int count) {
    int[] bytes = new int[5 + count];
    bytes[0] = 3;
    bytes[2] = count & 0x7f | 0x80;
    bytes[3] = count >> 7 & 0x7f | 0x80;
    bytes[4] = count >> 14;
    return bytes;
  }

  static void times(int count, Runnable action) {
    for (int i = 0; i < count; i++) action.run();
  }
}
