package dev.heddle.sandbox.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.sandbox.Grants;
import dev.heddle.sandbox.Probe;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Calls with streams, of a module that returns what it takes: by the method's number at once, as a
 * stream, or never.
 */
class StreamedCallTest {
  private static final int AT_ONCE = 1;
  private static final int AS_STREAM = 2;
  private static final int NEVER = 3;
  private static final byte[] REQUEST = {7, 8};

  private final Watchdog watchdog = new Watchdog();
  private final PooledComponent component =
      new PooledComponent(
          Probe.specification(Grants.ECHO, Doing.LIMITS),
          new EndiveEngine(Optional.empty())
              .compile(GuestModule.read(module()), GuestAbi.JAVA_1, Set.of(), "streams"),
          watchdog);

  @AfterEach
  void stop() {
    watchdog.close();
  }

  @Test
  void answersAtOnceAndGivesTheInstanceBack() {
    GuestCall call = component.open(AT_ONCE, REQUEST, OutgoingMessages.NONE);

    assertThat(call.response()).contains(REQUEST);
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
    assertThat(component.figures().instances()).isEqualTo(1);
  }

  @Test
  void returnsAStreamOfWhatItTakes() {
    Sent sent = new Sent(3);
    GuestCall call = component.open(AS_STREAM, REQUEST, sent);

    assertThat(call.response()).isEmpty();
    assertThat(call.next()).contains(new byte[] {1});
    // Its instance is taken, so this needs another.
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
    assertThat(call.next()).contains(new byte[] {2});
    assertThat(call.next()).contains(new byte[] {3});
    assertThat(call.next()).isEmpty();
    assertThat(call.next()).isEmpty();
    assertThat(sent.closed).isTrue();
    assertThat(component.figures().instances()).isEqualTo(2);
    assertThat(component.figures().discarded().values()).containsOnly(0L);
  }

  @Test
  void closesWhatItTakesWhenItIsClosed() {
    Sent sent = new Sent(3);
    GuestCall call = component.open(AS_STREAM, REQUEST, sent);
    call.next();
    call.close();
    call.close();

    assertThat(sent.closed).isTrue();
    assertThat(call.next()).isEmpty();
  }

  @Test
  void closesWhatItTakesWhenItFails() {
    Sent sent = new Sent(3);

    assertThatThrownBy(() -> component.open(NEVER, REQUEST, sent))
        .isInstanceOf(ComponentLimitException.class);
    assertThat(sent.closed).isTrue();
    assertThat(component.figures().discarded()).containsEntry("limit", 1L);
  }

  /** Sends the messages 1, 2 ... as one byte each. */
  private static final class Sent implements OutgoingMessages {
    private final int count;
    private int sent;
    private boolean closed;

    Sent(int count) {
      this.count = count;
    }

    @Override
    public boolean write(ProtoWriter message) {
      if (sent == count) return false;
      message.encoded(new byte[] {(byte) ++sent});
      return true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static byte[] module() {
    HandMade module = new HandMade();
    ModuleBuilder builder = module.builder;
    int take = builder.importFunction("heddle", "take", HandMade.NEW);
    int close = builder.functionType(new int[] {ModuleBuilder.I32});
    builder.export(
        "heddle_next", builder.function(HandMade.NEW, c -> c.op(0x20, 0).op(0x10, take)));
    builder.export("heddle_close", builder.function(close, c -> {}));
    builder.export(
        "heddle_open",
        builder.function(
            HandMade.CALL,
            c ->
                c.op(0x20, 1)
                    .op(0x41, NEVER)
                    .op(0x46)
                    .op(0x04, -64)
                    .op(0x03, -64)
                    .op(0x0c, 0)
                    .op(0x0b)
                    .op(0x0b)
                    .op(0x20, 2)
                    .op(0xd0, HandMade.MESSAGE)
                    .op(0x20, 1)
                    .op(0x41, AT_ONCE)
                    .op(0x46)
                    .op(0x1c, 1, 0x63, HandMade.MESSAGE)));
    return module.build(code -> code.op(0x20, 1));
  }
}
