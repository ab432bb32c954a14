package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.HandMade.ARRAY;
import static dev.heddle.sandbox.module.HandMade.MESSAGE;
import static dev.heddle.sandbox.module.HostileCode.around;
import static dev.heddle.sandbox.module.HostileCode.code;
import static dev.heddle.sandbox.module.HostileDeclarations.times;

import dev.heddle.sandbox.module.HostileModule.End;
import dev.heddle.sandbox.module.HostileModule.Limit;
import dev.heddle.sandbox.module.HostileModule.Trap;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.List;
import java.util.function.Consumer;

/** Code that takes memory of the host, or handles so much of it that time passes unnoticed. */
final class HostileMemory {
  private static final End ALLOCATION = new Limit("allocation");
  private static final End FUEL = new Limit("fuel");
  private static final int DROP = 0x1a;
  private static final int MEGABYTE = 1 << 20;
  private static final int REFERENCES = 7;

  static final List<HostileModule> ALL =
      List.of(
          plain("an array of 2^32-1", ALLOCATION, c -> array(c, -1)),
          plain("an array of 2^31-1", ALLOCATION, c -> array(c, Integer.MAX_VALUE)),
          plain("arrays for ever", ALLOCATION, c -> around(c, d -> array(d, 1_000))),
          plain("empty arrays for ever", ALLOCATION, c -> around(c, d -> array(d, 0))),
          plain(
              "arrays of what is on the stack for ever",
              ALLOCATION,
              c -> around(c, HostileMemory::fixed)),
          plain(
              "objects for ever",
              ALLOCATION,
              c -> around(c, d -> d.op(Opcode.STRUCT_NEW_DEFAULT, MESSAGE).op(DROP))),
          plain(
              "small numbers as objects for ever",
              ALLOCATION,
              c -> around(c, d -> d.op(Opcode.I32_CONST, 1).op(Opcode.REF_I31).op(DROP))),
          references("an array of arrays of arrays", ALLOCATION, HostileMemory::nestedArrays),
          references("a chain of objects that is kept", ALLOCATION, HostileMemory::chain),
          memory("all of the memory there can be", ALLOCATION, c -> grow(c, 4_000)),
          memory("a page more for ever", ALLOCATION, c -> around(c, d -> grow(d, 1))),
          memory("no page more for ever", ALLOCATION, c -> around(c, d -> grow(d, 0))),
          memory("2^32-1 pages for ever", ALLOCATION, c -> around(c, d -> grow(d, -1))),
          memory(
              "to fill a megabyte for ever",
              FUEL,
              c -> around(c, d -> bulk(d, 7, Opcode.MEMORY_FILL, 0))),
          memory(
              "to copy a megabyte for ever",
              FUEL,
              c -> around(c, d -> bulk(d, 64, Opcode.MEMORY_COPY, 0, 0))),
          memory("to fill 4 GB", new Limit("fuel"), c -> fill(c, -1)),
          memory(
              "to write behind the memory",
              new Trap("out of bounds"),
              c -> store(c, 16 * MEGABYTE)),
          memory("to write far behind the memory", new Trap("out of bounds"), c -> store(c, -4)),
          memory(
              "to fill behind the memory",
              new Trap("out of bounds"),
              c ->
                  c.op(Opcode.I32_CONST, 16 * MEGABYTE)
                      .op(Opcode.I32_CONST, 1)
                      .op(Opcode.I32_CONST, 1)
                      .op(Opcode.MEMORY_FILL, 0)),
          references("to fill an array for ever", FUEL, c -> arrays(c, HostileMemory::fillArray)),
          references("to copy an array for ever", FUEL, c -> arrays(c, HostileMemory::copyArray)),
          tables("a table of 2^31-1", ALLOCATION, c -> growTable(c, Integer.MAX_VALUE)),
          tables("one entry more for ever", FUEL, c -> around(c, d -> growTable(d, 1))),
          tables("no entry more for ever", FUEL, c -> around(c, d -> growTable(d, 0))),
          tables(
              "to fill a table for ever",
              FUEL,
              c ->
                  around(
                      c,
                      d ->
                          d.op(Opcode.I32_CONST, 0)
                              .op(Opcode.REF_NULL, -0x10)
                              .op(Opcode.I32_CONST, 90_000)
                              .op(Opcode.TABLE_FILL, 0))),
          tables(
              "to copy a table for ever",
              FUEL,
              c ->
                  around(
                      c,
                      d ->
                          d.op(Opcode.I32_CONST, 1)
                              .op(Opcode.I32_CONST, 0)
                              .op(Opcode.I32_CONST, 89_999)
                              .op(Opcode.TABLE_COPY, 0, 0))),
          code(
              "arrays of data for ever",
              ALLOCATION,
              c ->
                  around(
                      c,
                      d ->
                          d.op(Opcode.I32_CONST, 0)
                              .op(Opcode.I32_CONST, 100_000)
                              .op(Opcode.ARRAY_NEW_DATA, ARRAY, 0)
                              .op(DROP)),
              (b, made) -> b.data(100_000)),
          code(
              "to copy data for ever",
              FUEL,
              c ->
                  around(
                      c,
                      d ->
                          d.op(Opcode.I32_CONST, 0)
                              .op(Opcode.I32_CONST, 0)
                              .op(Opcode.I32_CONST, 60_000)
                              .op(Opcode.MEMORY_INIT, 0, 0)),
              (b, made) -> b.memory(1, 1).data(60_000)),
          code(
              "strings that double",
              ALLOCATION,
              c -> c.op(Opcode.I32_CONST, 65).op(Opcode.CALL, 0).op(Opcode.CALL, 2),
              HostileMemory::doubling),
          code(
              "to compare two long strings for ever",
              FUEL,
              c -> c.op(Opcode.I32_CONST, 65).op(Opcode.CALL, 0).op(Opcode.CALL, 3),
              HostileMemory::comparing));

  private HostileMemory() {}

  private static HostileModule plain(String tries, End end, Consumer<Code> code) {
    return code(tries, end, code, (builder, made) -> {});
  }

  /** With a type of arrays of anything, and a global that keeps something. */
  private static HostileModule references(String tries, End end, Consumer<Code> code) {
    return code(
        tries,
        end,
        code,
        (builder, made) -> {
          builder.type(0x5e, 0x6e, 1);
          builder.global(0x6e, c -> c.op(Opcode.REF_NULL, -0x12));
        });
  }

  private static HostileModule memory(String tries, End end, Consumer<Code> code) {
    return code(tries, end, code, (builder, made) -> builder.memory(16, 4_096));
  }

  private static HostileModule tables(String tries, End end, Consumer<Code> code) {
    return code(tries, end, code, (builder, made) -> builder.table(90_000));
  }

  private static void array(Code code, int length) {
    code.op(Opcode.I32_CONST, length).op(Opcode.ARRAY_NEW_DEFAULT, ARRAY).op(DROP);
  }

  private static void fixed(Code code) {
    times(100, () -> code.op(Opcode.I32_CONST, 1));
    code.op(Opcode.ARRAY_NEW_FIXED, ARRAY, 100).op(DROP);
  }

  private static void nestedArrays(Code code) {
    around(
        code,
        c ->
            c.op(Opcode.GLOBAL_GET, 0)
                .op(Opcode.I32_CONST, 1_000)
                .op(Opcode.ARRAY_NEW, REFERENCES)
                .op(Opcode.GLOBAL_SET, 0));
  }

  private static void chain(Code code) {
    around(
        code,
        c ->
            c.op(Opcode.GLOBAL_GET, 0)
                .op(Opcode.ARRAY_NEW_FIXED, REFERENCES, 1)
                .op(Opcode.GLOBAL_SET, 0));
  }

  private static void grow(Code code, int pages) {
    code.op(Opcode.I32_CONST, pages).op(Opcode.MEMORY_GROW, 0).op(DROP);
  }

  private static void growTable(Code code, int entries) {
    code.op(Opcode.REF_NULL, -0x10).op(Opcode.I32_CONST, entries).op(Opcode.TABLE_GROW, 0).op(DROP);
  }

  private static void bulk(Code code, int second, int opcode, long... immediates) {
    code.op(Opcode.I32_CONST, 0).op(Opcode.I32_CONST, second);
    code.op(Opcode.I32_CONST, MEGABYTE - 64).op(opcode, immediates);
  }

  private static void fill(Code code, int length) {
    code.op(Opcode.I32_CONST, 0).op(Opcode.I32_CONST, 0).op(Opcode.I32_CONST, length);
    code.op(Opcode.MEMORY_FILL, 0);
  }

  private static void store(Code code, int address) {
    code.op(Opcode.I32_CONST, address).op(Opcode.I32_CONST, 1).op(0x36, 2, 0);
  }

  /** Keeps an array of half a million, and handles it for ever. */
  private static void arrays(Code code, Consumer<Code> handling) {
    code.op(Opcode.I32_CONST, 500_000).op(Opcode.ARRAY_NEW_DEFAULT, ARRAY).op(Opcode.GLOBAL_SET, 0);
    around(code, handling);
  }

  private static void kept(Code code) {
    code.op(Opcode.GLOBAL_GET, 0).op(0xfb16, ARRAY);
  }

  private static void fillArray(Code code) {
    kept(code);
    code.op(Opcode.I32_CONST, 0).op(Opcode.I32_CONST, 3).op(Opcode.I32_CONST, 500_000);
    code.op(Opcode.ARRAY_FILL, ARRAY);
  }

  private static void copyArray(Code code) {
    kept(code);
    code.op(Opcode.I32_CONST, 1);
    kept(code);
    code.op(Opcode.I32_CONST, 0).op(Opcode.I32_CONST, 499_999).op(Opcode.ARRAY_COPY, ARRAY, ARRAY);
  }

  private static final int EXTERNAL = 0x6f;

  /** Function 2 doubles its string for ever. */
  private static void doubling(ModuleBuilder builder, HandMade made) {
    strings(builder);
    int type = builder.functionType(new int[] {EXTERNAL});
    builder.function(
        type,
        code ->
            around(
                code,
                c ->
                    c.op(Opcode.LOCAL_GET, 0)
                        .op(Opcode.LOCAL_GET, 0)
                        .op(Opcode.CALL, 1)
                        .op(Opcode.LOCAL_SET, 0)));
  }

  /** Function 3 doubles its string 20 times, and compares it with its like for ever. */
  private static void comparing(ModuleBuilder builder, HandMade made) {
    strings(builder);
    builder.importFunction(
        "wasm:js-string",
        "equals",
        builder.functionType(new int[] {EXTERNAL, EXTERNAL}, ModuleBuilder.I32));
    int type = builder.functionType(new int[] {EXTERNAL});
    builder.function(
        type,
        new int[] {EXTERNAL},
        code -> {
          times(
              20,
              () ->
                  code.op(Opcode.LOCAL_GET, 0)
                      .op(Opcode.LOCAL_GET, 0)
                      .op(Opcode.CALL, 1)
                      .op(Opcode.LOCAL_SET, 0));
          code.op(Opcode.LOCAL_GET, 0)
              .op(Opcode.I32_CONST, 65)
              .op(Opcode.CALL, 0)
              .op(Opcode.CALL, 1)
              .op(Opcode.LOCAL_SET, 1);
          code.op(Opcode.I32_CONST, 65)
              .op(Opcode.CALL, 0)
              .op(Opcode.LOCAL_GET, 0)
              .op(Opcode.CALL, 1)
              .op(Opcode.LOCAL_SET, 0);
          around(
              code,
              c -> c.op(Opcode.LOCAL_GET, 0).op(Opcode.LOCAL_GET, 1).op(Opcode.CALL, 2).op(DROP));
        });
  }

  private static void strings(ModuleBuilder builder) {
    builder.importFunction(
        "wasm:js-string",
        "fromCharCode",
        builder.functionType(new int[] {ModuleBuilder.I32}, EXTERNAL));
    builder.importFunction(
        "wasm:js-string", "concat", builder.functionType(new int[] {EXTERNAL, EXTERNAL}, EXTERNAL));
  }
}
