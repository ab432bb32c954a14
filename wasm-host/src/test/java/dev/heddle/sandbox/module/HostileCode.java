package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.HandMade.I32_TO_I32;
import static dev.heddle.sandbox.module.HandMade.NOTHING;
import static dev.heddle.sandbox.module.HostileDeclarations.times;
import static dev.heddle.sandbox.module.HostileModule.java;

import dev.heddle.sandbox.module.HostileModule.Answer;
import dev.heddle.sandbox.module.HostileModule.End;
import dev.heddle.sandbox.module.HostileModule.Limit;
import dev.heddle.sandbox.module.HostileModule.Trap;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Code that does not end, goes too deep, or does what WebAssembly forbids. */
final class HostileCode {
  private static final End FUEL = new Limit("fuel");
  private static final End STACK = new Limit("stack-depth");
  private static final int DROP = 0x1a;
  private static final int DIVIDE = 0x6d;

  static final List<HostileModule> ALL =
      List.of(
          code("a loop", FUEL, HostileCode::loop),
          code(
              "a loop that it leaves to come back",
              FUEL,
              c -> around(c, d -> d.op(2, -64).op(Opcode.BR, 0).op(Opcode.END))),
          code("a loop by a table of 2,000 branches", FUEL, HostileCode::table),
          code(
              "a loop that catches whatever is thrown",
              FUEL,
              c ->
                  around(
                      c,
                      d ->
                          d.op(2, -64)
                              .op(Opcode.TRY_TABLE, -64, 1, 2, 0)
                              .op(Opcode.CALL, 0)
                              .op(Opcode.END)
                              .op(Opcode.END)),
              (b, f) -> {
                b.tag(NOTHING);
                b.function(NOTHING, c -> c.op(Opcode.THROW, 0));
              }),
          calls("a function that calls itself", STACK, c -> c.op(Opcode.CALL, 0)),
          calls(
              "a function that calls itself by a table",
              STACK,
              c -> c.op(Opcode.I32_CONST, 0).op(Opcode.CALL_INDIRECT, NOTHING, 0)),
          calls(
              "a function that calls itself by reference",
              STACK,
              c -> c.op(Opcode.REF_FUNC, 0).op(Opcode.CALL_REF, NOTHING)),
          calls("a function that ends with itself", FUEL, c -> c.op(Opcode.RETURN_CALL, 0)),
          calls(
              "a function that ends with itself by a table",
              FUEL,
              c -> c.op(Opcode.I32_CONST, 0).op(Opcode.RETURN_CALL_INDIRECT, NOTHING, 0)),
          calls(
              "a function that ends with itself by reference",
              FUEL,
              c -> c.op(Opcode.REF_FUNC, 0).op(Opcode.RETURN_CALL_REF, NOTHING)),
          calls(
              "a function that ends with itself by reference, behind dear code that it may jump over",
              FUEL,
              c -> {
                c.op(Opcode.I32_CONST, 1).op(Opcode.IF, -64);
                times(100, () -> c.op(Opcode.I32_CONST, 1).op(DROP));
                c.op(Opcode.REF_FUNC, 0).op(Opcode.RETURN_CALL_REF, NOTHING).op(Opcode.END);
              }),
          circle("small functions that call each other in a circle", STACK, Opcode.CALL),
          circle("small functions that end with each other", FUEL, Opcode.RETURN_CALL),
          code(
              "functions that each call the next one 300 times, and no loop",
              FUEL,
              c -> c.op(Opcode.CALL, 0),
              (b, made) -> {
                for (int i = 0; i < 8; i++) b.function(NOTHING, often(i + 1, 300));
                b.function(NOTHING, c -> {});
              }),
          code(
              "a function that is called by reference and calls one that calls it so",
              STACK,
              c -> c.op(Opcode.CALL, 0),
              (b, made) -> {
                b.function(NOTHING, c -> c.op(Opcode.REF_FUNC, 1).op(Opcode.CALL_REF, NOTHING));
                b.function(NOTHING, c -> c.op(Opcode.CALL, 0));
                b.table(1).element(0, 0x41, 0, 0x0b, 1, 1);
              }),
          calls(
              "recursion with 1,000 values on the stack",
              STACK,
              c -> {
                times(1_000, () -> c.op(Opcode.LOCAL_GET, 0));
                c.op(Opcode.CALL, 0);
                times(1_000, () -> c.op(DROP));
              }),
          calls(
              "recursion that catches whatever is thrown",
              STACK,
              c ->
                  c.op(2, -64)
                      .op(Opcode.TRY_TABLE, -64, 1, 2, 0)
                      .op(Opcode.CALL, 0)
                      .op(Opcode.END)
                      .op(Opcode.END)),
          code(
              "exceptions for ever, 300 calls below",
              FUEL,
              c -> c.op(Opcode.I32_CONST, 300).op(Opcode.CALL, 0).op(DROP),
              (b, made) -> {
                b.tag(NOTHING);
                b.function(I32_TO_I32, HostileCode::deepExceptions);
              }),
          code(
              "an exception that nobody catches",
              new Trap("does not catch"),
              c -> c.op(Opcode.THROW, 0),
              (b, f) -> b.tag(NOTHING)),
          code(
              "a function that is too large for the runtime's compiler, and a loop in it",
              FUEL,
              c -> {
                times(30_000, () -> c.op(Opcode.LOCAL_GET, 0).op(DROP));
                loop(c);
              }),
          code(
              "to divide by zero",
              new Trap("divide by zero"),
              c -> c.op(Opcode.I32_CONST, 1).op(Opcode.I32_CONST, 0).op(DIVIDE).op(DROP)),
          code(
              "to divide too far",
              new Trap("overflow"),
              c ->
                  c.op(Opcode.I32_CONST, Integer.MIN_VALUE)
                      .op(Opcode.I32_CONST, -1)
                      .op(DIVIDE)
                      .op(DROP)),
          code("to go where nothing is", new Trap(""), c -> c.op(Opcode.UNREACHABLE)),
          code(
              "to use nothing as something",
              new Trap("null"),
              c ->
                  c.op(Opcode.REF_NULL, HandMade.MESSAGE).op(0xfb02, HandMade.MESSAGE, 0).op(DROP)),
          code(
              "to cast what is of another type",
              new Trap("cast"),
              c ->
                  c.op(Opcode.I32_CONST, 1)
                      .op(Opcode.ARRAY_NEW_DEFAULT, 0)
                      .op(0xfb16, HandMade.MESSAGE)
                      .op(DROP)),
          code(
              "to read behind an array",
              new Trap("out of bounds"),
              c ->
                  c.op(Opcode.I32_CONST, 1)
                      .op(Opcode.ARRAY_NEW_DEFAULT, 0)
                      .op(Opcode.I32_CONST, 1)
                      .op(0xfb0d, 0)
                      .op(DROP)),
          code(
              "to read before an array",
              new Trap("out of bounds"),
              c ->
                  c.op(Opcode.I32_CONST, 1)
                      .op(Opcode.ARRAY_NEW_DEFAULT, 0)
                      .op(Opcode.I32_CONST, -1)
                      .op(0xfb0d, 0)
                      .op(DROP)),
          code(
              "to call what is not in a table",
              new Trap("undefined element"),
              c -> c.op(Opcode.I32_CONST, 5).op(Opcode.CALL_INDIRECT, NOTHING, 0),
              (b, f) -> b.table(1)),
          code(
              "to call a function as one of another type",
              new Trap("type mismatch"),
              c ->
                  c.op(Opcode.I32_CONST, 7)
                      .op(Opcode.I32_CONST, 0)
                      .op(Opcode.CALL_INDIRECT, I32_TO_I32, 0)
                      .op(DROP),
              (b, f) -> {
                b.function(NOTHING, c -> {});
                b.table(1).element(0, 0x41, 0, 0x0b, 1, 0);
              }),
          code(
              "10,000 labels to go to",
              new Answer(),
              c -> {
                c.op(2, -64)
                    .op(Opcode.I32_CONST, 3)
                    .op(Opcode.BR_TABLE, new long[10_000])
                    .op(Opcode.END);
              }));

  private HostileCode() {}

  static void loop(Code code) {
    around(code, inside -> {});
  }

  static Code around(Code code, Consumer<Code> inside) {
    code.op(Opcode.LOOP, -64);
    inside.accept(code);
    return code.op(Opcode.BR, 0).op(Opcode.END);
  }

  /** Calls itself as often as its parameter says, and then throws and catches for ever. */
  private static void deepExceptions(Code code) {
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.IF, -64).op(Opcode.LOCAL_GET, 0);
    code.op(Opcode.I32_CONST, 1).op(0x6b).op(Opcode.CALL, 0).op(DROP).op(Opcode.END);
    around(
        code,
        c ->
            c.op(Opcode.BLOCK, -64)
                .op(Opcode.TRY_TABLE, -64, 1, 2, 0)
                .op(Opcode.THROW, 0)
                .op(Opcode.END)
                .op(Opcode.END));
    code.op(Opcode.UNREACHABLE);
  }

  private static void table(Code code) {
    code.op(Opcode.LOOP, -64).op(Opcode.LOCAL_GET, 0);
    code.op(Opcode.BR_TABLE, new long[2_000]).op(Opcode.END);
  }

  private static HostileModule code(String tries, End end, Consumer<Code> code) {
    return code(tries, end, code, (builder, made) -> {});
  }

  static HostileModule code(
      String tries, End end, Consumer<Code> code, BiConsumer<ModuleBuilder, HandMade> before) {
    return java(
        tries,
        end,
        () -> {
          HandMade made = new HandMade();
          before.accept(made.builder, made);
          return made.build(code.andThen(c -> c.op(Opcode.LOCAL_GET, 1)));
        });
  }

  private static Consumer<Code> often(int function, int times) {
    return c -> {
      c.op(Opcode.I32_CONST, 1).op(Opcode.IF, -64);
      times(times, () -> c.op(Opcode.CALL, function));
      c.op(Opcode.END);
    };
  }

  /** Three functions, each of which calls the next one, and the last one the first. */
  private static HostileModule circle(String tries, End end, int call) {
    return code(
        tries,
        end,
        c -> c.op(Opcode.CALL, 0),
        (b, made) -> {
          for (int next : new int[] {1, 2, 0}) b.function(NOTHING, c -> c.op(call, next));
        });
  }

  /** A module that calls function 0, which is also the only entry of a table. */
  private static HostileModule calls(String tries, End end, Consumer<Code> function) {
    return code(
        tries,
        end,
        c -> c.op(Opcode.CALL, 0),
        (b, made) -> {
          b.tag(NOTHING);
          b.function(NOTHING, new int[] {ModuleBuilder.I32}, function);
          b.table(1).element(0, 0x41, 0, 0x0b, 1, 0);
        });
  }
}
