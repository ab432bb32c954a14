package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.HandMade.ARRAY;
import static dev.heddle.sandbox.module.HandMade.CALL;
import static dev.heddle.sandbox.module.HandMade.MESSAGE;
import static dev.heddle.sandbox.module.HandMade.NEW;
import static dev.heddle.sandbox.module.HandMade.NOTHING;
import static dev.heddle.sandbox.module.HostileCode.around;
import static dev.heddle.sandbox.module.HostileModule.java;

import dev.heddle.sandbox.module.HostileModule.End;
import dev.heddle.sandbox.module.HostileModule.Limit;
import dev.heddle.sandbox.module.HostileModule.Trap;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.List;
import java.util.function.BiConsumer;

/** What a Java guest may try with the functions that its host has for it. */
final class HostileCalls {
  /** A request at least this long is answered by as much as a response may have. */
  public static final int MUCH = 1_000;

  private static final int DROP = 0x1a;
  private static final int CALLED = 0;
  private static final End TOO_LONG = new Limit("response-size");

  static final List<HostileModule> ALL =
      List.of(
          calling(
              "calls for ever",
              new Limit("host-calls"),
              c -> around(c, d -> call(d, 0, 0).op(DROP))),
          calling(
              "a component that it was not granted",
              new Trap("grant 7"),
              c -> call(c, 7, 0).op(DROP)),
          calling(
              "a component before the first", new Trap("grant -1"), c -> call(c, -1, 0).op(DROP)),
          calling(
              "a method that is not there", new Trap("method -1"), c -> call(c, 0, -1).op(DROP)),
          calling(
              "a call with no message",
              new Trap("no message"),
              c ->
                  c.op(Opcode.I32_CONST, 0)
                      .op(Opcode.I32_CONST, 0)
                      .op(Opcode.REF_NULL, MESSAGE)
                      .op(Opcode.CALL, CALLED)
                      .op(DROP)),
          calling(
              "a call with a message of 1 MB and a byte",
              TOO_LONG,
              c -> request(c, (1 << 20) + 1).op(DROP)),
          calling("responses that it keeps", new Limit("allocation"), HostileCalls::keeping),
          answering("a response of 1 MB and a byte", TOO_LONG, c -> message(c, (1 << 20) + 1)),
          answering(
              "a response that is nothing",
              new Trap("no message"),
              c -> c.op(Opcode.REF_NULL, MESSAGE)),
          answering(
              "a response without content",
              new Trap("something else"),
              c -> c.op(Opcode.REF_NULL, ARRAY).op(Opcode.STRUCT_NEW, MESSAGE)),
          importing(
              "streams that it has not opened",
              new Trap("no open call 5"),
              "next",
              NEW,
              (c, next) -> c.op(Opcode.I32_CONST, 5).op(Opcode.CALL, next).op(DROP)),
          importing(
              "a stream that it was not given",
              new Trap("no stream"),
              "take",
              NEW,
              (c, take) -> c.op(Opcode.I32_CONST, 5).op(Opcode.CALL, take).op(DROP)),
          opening("streams for ever", new Trap("open calls at once"), 1),
          opening("a stream over a stream", new Trap("is open already"), 0),
          printing("lines for ever", new Limit("log-size"), 10),
          printing("a line that does not end", new Limit("log-size"), 65),
          library("the library's function of another type", new Trap(""), "teavmMath.sqrt"),
          library(
              "the clock of the library",
              new Trap("currentTimeMillis without"),
              "teavmDate.currentTimeMillis"),
          library(
              "random numbers of the library", new Trap("randomness without"), "teavmMath.random"),
          library(
              "a function of JavaScript",
              new Trap("asked for teavmJso.global"),
              "teavmJso.global"));

  private HostileCalls() {}

  private static HostileModule calling(
      String tries, End end, java.util.function.Consumer<Code> code) {
    return importing(tries, end, "call", CALL, (c, call) -> code.accept(c));
  }

  private static HostileModule importing(
      String tries, End end, String function, int type, BiConsumer<Code, Integer> code) {
    return java(
        tries,
        end,
        () -> {
          HandMade made = new HandMade();
          int imported = made.builder.importFunction("heddle", function, type);
          made.builder.type(0x5e, 0x63, MESSAGE, 1);
          made.builder.globalOf(0x63, CALL + 1, 1, 0xd0, CALL + 1, 0x0b);
          return made.build(
              c -> {
                code.accept(c, imported);
                c.op(Opcode.LOCAL_GET, 1);
              });
        });
  }

  private static HostileModule answering(
      String tries, End end, java.util.function.Consumer<Code> code) {
    return java(tries, end, () -> HandMade.invoking(code));
  }

  /** Opens a stream for ever, each with the next number or the same. */
  private static HostileModule opening(String tries, End end, int next) {
    return java(
        tries,
        end,
        () -> {
          HandMade made = new HandMade();
          int type = made.builder.type(0x60, 4, 0x7f, 0x7f, 0x63, MESSAGE, 0x7f, 1, 0x63, MESSAGE);
          int open = made.builder.importFunction("heddle", "open", type);
          return made.build(
              code ->
                  around(
                          code,
                          c ->
                              c.op(Opcode.I32_CONST, 0)
                                  .op(Opcode.I32_CONST, 0)
                                  .op(Opcode.LOCAL_GET, 1)
                                  .op(Opcode.LOCAL_GET, 0)
                                  .op(Opcode.CALL, open)
                                  .op(DROP)
                                  .op(Opcode.LOCAL_GET, 0)
                                  .op(Opcode.I32_CONST, next)
                                  .op(0x6a)
                                  .op(Opcode.LOCAL_SET, 0))
                      .op(Opcode.UNREACHABLE));
        });
  }

  private static HostileModule printing(String tries, End end, int character) {
    return java(
        tries,
        end,
        () -> {
          HandMade made = new HandMade();
          int type = made.builder.functionType(new int[] {ModuleBuilder.I32});
          int print = made.builder.importFunction("teavmConsole", "putcharStdout", type);
          return made.build(
              code ->
                  around(code, c -> c.op(Opcode.I32_CONST, character).op(Opcode.CALL, print))
                      .op(Opcode.UNREACHABLE));
        });
  }

  private static HostileModule library(String tries, End end, String name) {
    return java(
        tries,
        end,
        () -> {
          HandMade made = new HandMade();
          int dot = name.indexOf('.');
          int function =
              made.builder.importFunction(name.substring(0, dot), name.substring(dot + 1), NOTHING);
          return made.build(code -> code.op(Opcode.CALL, function).op(Opcode.LOCAL_GET, 1));
        });
  }

  private static Code call(Code code, int target, int method) {
    code.op(Opcode.I32_CONST, target).op(Opcode.I32_CONST, method).op(Opcode.LOCAL_GET, 1);
    return code.op(Opcode.CALL, CALLED);
  }

  private static void message(Code code, int length) {
    code.op(Opcode.I32_CONST, length).op(Opcode.ARRAY_NEW_DEFAULT, ARRAY);
    code.op(Opcode.STRUCT_NEW, MESSAGE);
  }

  private static Code request(Code code, int length) {
    code.op(Opcode.I32_CONST, 0).op(Opcode.I32_CONST, 0);
    message(code, length);
    return code.op(Opcode.CALL, CALLED);
  }

  /** Keeps long responses in an array that it had before, so that it allocates nothing itself. */
  private static void keeping(Code code) {
    int array = CALL + 1;
    message(code, MUCH);
    code.op(Opcode.LOCAL_SET, 1);
    code.op(Opcode.I32_CONST, 100).op(Opcode.ARRAY_NEW_DEFAULT, array).op(Opcode.GLOBAL_SET, 0);
    around(
        code,
        c -> {
          c.op(Opcode.LOCAL_GET, 0).op(Opcode.I32_CONST, 1).op(0x6a).op(Opcode.LOCAL_SET, 0);
          c.op(Opcode.GLOBAL_GET, 0).op(Opcode.LOCAL_GET, 0);
          call(c, 0, 0).op(0xfb0e, array);
        });
  }
}
