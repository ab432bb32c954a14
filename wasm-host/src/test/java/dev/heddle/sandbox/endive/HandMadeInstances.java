package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Instances of modules made by hand, and the words that those are made of. */
final class HandMadeInstances {
  static final Budget BUDGET = new Budget(1_000_000, 1_000, 1 << 20);
  static final byte[] REQUEST = {1, -2, 3};

  static final int UNREACHABLE = 0x00;
  static final int BLOCK = 0x02;
  static final int LOOP = 0x03;
  static final int END = 0x0b;
  static final int BR = 0x0c;
  static final int BR_IF = 0x0d;
  static final int CALL = 0x10;
  static final int RETURN_CALL = 0x12;
  static final int TRY_TABLE = 0x1f;
  static final int LOCAL_GET = 0x20;
  static final int I32_CONST = 0x41;
  static final int STRUCT_NEW = 0xfb00;
  static final int ARRAY_NEW_DEFAULT = 0xfb07;
  static final long NOTHING = -64;

  private HandMadeInstances() {}

  /** A module that turns 100 times in a loop. */
  static byte[] counting() {
    return HandMade.invoking(
        code ->
            code.op(I32_CONST, 100)
                .op(0x21, 0)
                .op(LOOP, NOTHING)
                .op(LOCAL_GET, 0)
                .op(I32_CONST, 1)
                .op(0x6b)
                .op(0x22, 0)
                .op(BR_IF, 0)
                .op(END)
                .op(LOCAL_GET, 1));
  }

  static GuestInstance instance(Consumer<Code> invoke) {
    return instance(HandMade.invoking(invoke));
  }

  static GuestInstance instance(byte[] module) {
    return instance(module, new SilentHost());
  }

  static GuestInstance instance(byte[] module, SilentHost host) {
    return started(module, GuestAbi.JAVA_1, host);
  }

  static GuestInstance started(byte[] module, GuestAbi abi, SilentHost host) {
    GuestInstance instance =
        new EndiveEngine(Optional.empty())
            .compile(GuestModule.read(module), abi, Set.of(), "test")
            .instantiate(host);
    instance.refill(BUDGET);
    instance.start();
    return instance;
  }
}
