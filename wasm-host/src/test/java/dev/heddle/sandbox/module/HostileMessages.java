package dev.heddle.sandbox.module;

import static dev.heddle.sandbox.module.HostileCode.around;
import static dev.heddle.sandbox.module.HostileModule.linear;

import dev.heddle.sandbox.module.HostileModule.Answer;
import dev.heddle.sandbox.module.HostileModule.End;
import dev.heddle.sandbox.module.HostileModule.Limit;
import dev.heddle.sandbox.module.HostileModule.Refused;
import dev.heddle.sandbox.module.HostileModule.Trap;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.List;
import java.util.function.Consumer;

/** Addresses and lengths that a guest in another language may give to its host. */
final class HostileMessages {
  private static final End OUTSIDE = new Trap("outside of its memory");
  private static final int PAGES = 2 << 16;
  private static final int DROP = 0x1a;
  private static final int I32_STORE = 0x36;
  private static final int LOCAL_TEE = 0x22;

  static final List<HostileModule> ALL =
      List.of(
          answering("a response behind the memory", OUTSIDE, PAGES, 1),
          answering("a response over the memory's end", OUTSIDE, PAGES - 1, 2),
          answering("a response whose end is its beginning", OUTSIDE, -8, 8),
          answering("a response at a negative address", OUTSIDE, -1, 1),
          answering("a response of 4 GB", new Limit("response-size"), 0, -1),
          answering("no response", new Answer(), 0, 0),
          allocating("a request behind the memory", OUTSIDE, c -> c.op(Opcode.I32_CONST, PAGES)),
          allocating("a request at a negative address", OUTSIDE, c -> c.op(Opcode.I32_CONST, -1)),
          allocating(
              "no address for a request",
              new Limit("fuel"),
              c -> {
                HostileCode.loop(c);
                c.op(Opcode.UNREACHABLE);
              }),
          importing(
              "a call with a request outside",
              OUTSIDE,
              (made, call) -> c -> host(c, call, 0, PAGES, 1)),
          importing(
              "a call with a request of -1 bytes",
              new Limit("response-size"),
              (made, call) -> c -> host(c, call, 0, 0, -1)),
          importing(
              "a component that it was not granted",
              new Trap("grant 9"),
              (made, call) -> c -> host(c, call, 9, 0, 1)),
          importing(
              "calls for ever",
              new Limit("host-calls"),
              (made, call) -> c -> around(c, d -> host(d, call, 0, 0, 1))),
          linear(
              "an allocator that calls the host",
              new Limit("stack-depth"),
              HostileMessages::callingAllocator),
          logging("lines for ever", new Limit("log-size"), 64, 100),
          logging("empty lines for ever", new Limit("log-size"), 64, 0),
          logging("a line from outside", OUTSIDE, PAGES, 10),
          wasi("to write files for ever", new Limit("log-size"), "fd_write", 1),
          wasi("to end the process", new Trap("ended itself"), "proc_exit", 3),
          wasi("randomness that it has not", new Trap("randomness without"), "random_get", 8),
          wasi("the time that it has not", new Limit("fuel"), "clock_time_get", 0),
          linear("empty vectors to write", new Limit("fuel"), HostileMessages::emptyVectors),
          linear("much randomness at its start", new Refused("fuel"), HostileMessages::randomStart),
          wasi("to open files for ever", new Limit("fuel"), "path_open", 3));

  private interface Calling {
    Consumer<Code> code(LinearMade made, int imported);
  }

  private HostileMessages() {}

  private static HostileModule answering(String tries, End end, int address, int length) {
    long response = (long) address << 32 | Integer.toUnsignedLong(length);
    return linear(
        tries, end, () -> new LinearMade().build(64, c -> c.op(Opcode.I64_CONST, response)));
  }

  private static HostileModule allocating(String tries, End end, Consumer<Code> allocation) {
    return linear(
        tries, end, () -> new LinearMade().build(allocation, c -> c.op(Opcode.I64_CONST, 0)));
  }

  private static HostileModule importing(String tries, End end, Calling code) {
    return linear(
        tries,
        end,
        () -> {
          LinearMade made = new LinearMade();
          int imported = made.imported("call", made.call);
          Consumer<Code> body = code.code(made, imported);
          return made.build(64, body.andThen(c -> c.op(Opcode.I64_CONST, 0)));
        });
  }

  private static byte[] callingAllocator() {
    LinearMade made = new LinearMade();
    int call = made.imported("call", made.call);
    return made.build(
        c -> {
          host(c, call, 0, 0, 1);
          c.op(Opcode.I32_CONST, 64);
        },
        c -> c.op(Opcode.I64_CONST, 0));
  }

  private static HostileModule logging(String tries, End end, int address, int length) {
    return linear(
        tries,
        end,
        () -> {
          LinearMade made = new LinearMade();
          int log = made.imported("log", made.log);
          return made.build(
              64,
              code -> {
                around(
                    code,
                    c ->
                        c.op(Opcode.I32_CONST, 2)
                            .op(Opcode.I32_CONST, address)
                            .op(Opcode.I32_CONST, length)
                            .op(Opcode.CALL, log));
                code.op(Opcode.UNREACHABLE);
              });
        });
  }

  /** Calls a function of WASI for ever; all of its arguments are one number, and 100 is at 5. */
  private static HostileModule wasi(String tries, End end, String function, int argument) {
    return linear(
        tries,
        end,
        () -> {
          LinearMade made = new LinearMade();
          int imported = made.builder.importFunction("wasi_snapshot_preview1", function, made.wasi);
          return made.build(
              64,
              code -> {
                around(
                    code,
                    c -> {
                      c.op(Opcode.I32_CONST, 5).op(Opcode.I32_CONST, 100).op(I32_STORE, 0, 0);
                      for (int i = 0; i < 4; i++) c.op(Opcode.I32_CONST, argument);
                      c.op(Opcode.CALL, imported).op(DROP);
                    });
                code.op(Opcode.UNREACHABLE);
              });
        });
  }

  /** It would end, and cost little, were it not for what the host has to look at. */
  private static byte[] emptyVectors() {
    LinearMade made = new LinearMade();
    int write = made.builder.importFunction("wasi_snapshot_preview1", "fd_write", made.wasi);
    return made.build(
        64,
        code -> {
          counted(
              code,
              30_000,
              c -> {
                c.op(Opcode.I32_CONST, 1).op(Opcode.I32_CONST, 1_024);
                c.op(Opcode.I32_CONST, 1_024).op(Opcode.I32_CONST, 8);
                c.op(Opcode.CALL, write).op(DROP);
              });
          code.op(Opcode.I64_CONST, 0);
        });
  }

  /** What a language's library draws before a component is constructed is drawn without a grant. */
  private static byte[] randomStart() {
    LinearMade made = new LinearMade();
    int type =
        made.builder.functionType(
            new int[] {ModuleBuilder.I32, ModuleBuilder.I32}, ModuleBuilder.I32);
    int random = made.builder.importFunction("wasi_snapshot_preview1", "random_get", type);
    int start =
        made.builder.function(
            made.nothing,
            new int[] {ModuleBuilder.I32},
            code ->
                counted(
                    code,
                    4_000,
                    c ->
                        c.op(Opcode.I32_CONST, 64)
                            .op(Opcode.I32_CONST, 8_192)
                            .op(Opcode.CALL, random)
                            .op(DROP)));
    made.builder.export("heddle_start", start);
    return made.build(64, c -> c.op(Opcode.I64_CONST, 0));
  }

  /** Does something some times, counted in the first local. */
  private static void counted(Code code, int times, Consumer<Code> something) {
    code.op(Opcode.I32_CONST, times).op(Opcode.LOCAL_SET, 0).op(Opcode.LOOP, -64);
    something.accept(code);
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I32_CONST, 1).op(0x6b).op(LOCAL_TEE, 0);
    code.op(Opcode.BR_IF, 0).op(Opcode.END);
  }

  private static void host(Code code, int call, int target, int address, int length) {
    code.op(Opcode.I32_CONST, target).op(Opcode.I32_CONST, 0);
    code.op(Opcode.I32_CONST, address).op(Opcode.I32_CONST, length);
    code.op(Opcode.CALL, call).op(DROP);
  }
}
