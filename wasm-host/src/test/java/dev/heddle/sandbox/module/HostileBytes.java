package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.HostileModule.java;

import dev.heddle.sandbox.module.HostileModule.End;
import dev.heddle.sandbox.module.HostileModule.Refused;
import java.util.List;
import java.util.function.Consumer;

/** Bytes that mean nothing, or to one reader another thing than to the next. */
final class HostileBytes {
  private static final End INDEX = new Refused("no global 0");

  static final List<HostileModule> ALL =
      List.of(
          bytes("no bytes", "unexpected end"),
          java("text", new Refused("not a WebAssembly module"), () -> "<html></html>".getBytes()),
          section("sections in another order", "out of order", 3, 1, 0, 1, 1, 0),
          section("a section twice", "out of order", 1, 1, 0, 1, 1, 0),
          section("a section of no known number", "unknown section 14", 14, 0),
          section("a section that is not there", "unexpected end", 1, 0x7f),
          section("bytes behind a section's entries", "bytes too many", 1, 2, 0, 0),
          section("2^32-1 types", "number too large", 1, 5, 0xff, 0xff, 0xff, 0xff, 0x0f),
          section("2^31-1 types", "more entries", 1, 5, 0xff, 0xff, 0xff, 0xff, 0x07),
          section("a number of six bytes", "32 bits", 1, 6, 0x80, 0x80, 0x80, 0x80, 0x80, 0),
          section("a name that is no text", "not UTF-8", 0, 3, 2, 0xc3, 0x28),
          section("a name of 2 GB", "unexpected end", 0, 5, 0xff, 0xff, 0xff, 0xff, 0x07),
          section("functions without code", "without code", 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0),
          section("code without functions", "without a function", 10, 4, 1, 2, 0, 0x0b),
          section(
              "2^32-1 locals",
              "50000 locals",
              joined(
                  new int[] {1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0},
                  new int[] {10, 10, 1, 8, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x7f, 0x0b})),
          code("vectors", new Refused("0xfd, which is not supported"), c -> c.raw(0xfd, 12)),
          code("atomics", new Refused("0xfe, which is not supported"), c -> c.raw(0xfe, 3, 0)),
          code("exceptions as they were once", new Refused("0x06"), c -> c.raw(6, 0x40)),
          code("an opcode by a long number", new Refused("supported"), c -> c.raw(0xfb, 0x80, 2)),
          code("the meter itself", INDEX, c -> c.op(Opcode.GLOBAL_GET, 0).op(0x1a)),
          code("a full meter", INDEX, c -> c.op(Opcode.I64_CONST, -1).op(Opcode.GLOBAL_SET, 0)),
          code("the meter's functions", new Refused("no function 3"), c -> c.op(Opcode.CALL, 3)),
          code("the meter's local", new Refused("no local 2"), c -> c.op(Opcode.LOCAL_GET, 2)),
          code("a label outside", new Refused("no such label"), c -> c.op(Opcode.BR, 1)),
          code("a block without end", new Refused("unexpected end"), c -> c.op(2, -64)),
          code("an end too many", new Refused("bytes too many"), c -> c.op(0x0b)),
          code("else without if", new Refused("else without if"), c -> c.op(Opcode.ELSE)),
          code("10,000 nested blocks", new Refused("1000 nested"), c -> nested(c, 10_000)),
          code(
              "a br_table of 2^31 labels",
              new Refused("more entries"),
              c -> c.raw(0x0e, 0xff, 0xff, 0xff, 0xff, 0x07)),
          code("numbers for objects", new Refused(""), c -> c.op(Opcode.I64_CONST, 1).op(0x0f)),
          code("a stack of nothing", new Refused(""), c -> c.op(0x1a)),
          code(
              "a number as a reference",
              new Refused(""),
              c -> c.op(Opcode.I32_CONST, 7).op(Opcode.STRUCT_NEW, HandMade.MESSAGE).op(0x0f)));

  private HostileBytes() {}

  private static HostileModule bytes(String tries, String words, int... bytes) {
    return java(tries, new Refused(words), () -> written(new BinaryWriter(16), bytes));
  }

  private static HostileModule section(String tries, String words, int... bytes) {
    return java(tries, new Refused(words), () -> written(ModuleBuilder.header(), bytes));
  }

  private static byte[] written(BinaryWriter out, int... bytes) {
    for (int each : bytes) out.u8(each);
    return out.toByteArray();
  }

  private static int[] joined(int[] first, int[] second) {
    int[] all = new int[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static HostileModule code(String tries, End end, Consumer<ModuleBuilder.Code> code) {
    return java(tries, end, () -> HandMade.invoking(code.andThen(c -> c.op(Opcode.LOCAL_GET, 1))));
  }

  private static void nested(ModuleBuilder.Code code, int depth) {
    for (int i = 0; i < depth; i++) code.op(Opcode.BLOCK, -64);
    for (int i = 0; i < depth; i++) code.op(Opcode.END);
  }
}
