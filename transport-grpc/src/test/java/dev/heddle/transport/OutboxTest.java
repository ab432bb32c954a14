package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutboxTest {
  private static final byte[] SMALL = {1};

  private final Deque<Runnable> loop = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private boolean ready = true;
  private Runnable meanwhile = () -> {};
  private final Outbox outbox =
      new Outbox(
          loop::add,
          new Outbox.Line() {
            @Override
            public boolean ready() {
              return ready;
            }

            @Override
            public void send(Batch batch) {
              note(batch);
              Runnable now = meanwhile;
              meanwhile = () -> {};
              now.run();
            }
          });

  @Test
  void sendsWhatHasGatheredInOneBatch() {
    reply(1, SMALL);
    reply(2, SMALL);
    reply(3, SMALL);
    assertThat(loop).hasSize(1);
    turn();
    assertThat(sent).containsExactly("reply 1", "reply 2", "reply 3", "-");
  }

  @Test
  void sendsNoMoreOfALargePayloadThanTheOtherSideAllows() {
    reply(1, new byte[1024 * 1024]);
    turn();
    assertThat(chunks(1)).isEqualTo(8);
    outbox.credit(1, 64 * 1024);
    turn();
    assertThat(chunks(1)).isEqualTo(10);
    outbox.credit(1, 1024 * 1024);
    turn();
    assertThat(chunks(1)).isEqualTo(32);
  }

  @Test
  void sendsChunksInTurnsAndSmallFramesBeforeThem() {
    reply(1, new byte[128 * 1024]);
    reply(2, new byte[96 * 1024]);
    loop.remove().run();
    reply(3, SMALL);
    turn();
    assertThat(sent.stream().filter(frame -> !frame.equals("-")))
        .containsExactly(
            "reply 1", "reply 2", "chunk 1", "reply 3", "chunk 2", "chunk 1", "chunk 2", "chunk 1",
            "chunk 2", "chunk 1");
  }

  @Test
  void sendsNoChunkBeforeTheFrameThatAnnouncesIt() {
    meanwhile = () -> reply(2, new byte[100 * 1024]);
    reply(1, SMALL);
    turn();
    assertThat(sent.stream().filter(frame -> !frame.equals("-")))
        .containsExactly("reply 1", "reply 2", "chunk 2", "chunk 2", "chunk 2", "chunk 2");
  }

  @Test
  void sendsNothingWhileTheLineIsBusyAndAllAfterwards() {
    ready = false;
    reply(1, new byte[100 * 1024]);
    reply(2, SMALL);
    turn();
    assertThat(sent).isEmpty();
    ready = true;
    outbox.ready();
    turn();
    assertThat(sent).contains("reply 1", "reply 2");
    assertThat(chunks(1)).isEqualTo(4);
  }

  @Test
  void letsNoMoreInThanIsToWait() throws Exception {
    ready = false;
    byte[] payload = new byte[TunnelLimits.WHOLE_BYTES];
    int accepted = 0;
    while (outbox.enter(payload, 0)) {
      outbox.frames().reply(++accepted, payload, List.of());
      outbox.leave();
    }
    assertThat(accepted).isEqualTo(16);
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                boolean entered = outbox.enter(payload, Long.MAX_VALUE);
                if (entered) outbox.leave();
                return entered;
              } catch (InterruptedException interrupt) {
                return false;
              }
            });
    turn();
    assertThat(waiting).isNotDone();
    ready = true;
    outbox.ready();
    turn();
    assertThat(waiting.get()).isTrue();
  }

  @Test
  void letsNoMoreLargePayloadsInThanAreToBeOnTheirWay() throws InterruptedException {
    byte[] large = new byte[TunnelLimits.WHOLE_BYTES + 1];
    ready = false;
    for (int i = 1; i <= TunnelLimits.TRANSFERS; i++) reply(i, large);
    assertThat(outbox.enter(large, 0)).isFalse();
    assertThat(outbox.enter(SMALL, 0)).isTrue();
    outbox.stop(1);
    outbox.leave();
    assertThat(outbox.enter(large, 0)).isTrue();
    outbox.leave();
  }

  @Test
  void knowsWhatWasNeverSent() throws InterruptedException {
    reply(1, SMALL);
    turn();
    assertThat(outbox.enter()).isTrue();
    long round = outbox.round();
    outbox.leave();
    assertThat(outbox.close()).isEqualTo(round);
    assertThat(outbox.enter()).isFalse();
    assertThat(outbox.enter(SMALL, Long.MAX_VALUE)).isFalse();
  }

  private void reply(long id, byte[] payload) {
    try {
      assertThat(outbox.enter(payload, 0)).isTrue();
    } catch (InterruptedException interrupt) {
      throw new AssertionError(interrupt);
    }
    outbox.frames().reply(id, payload, List.of());
    if (payload.length > TunnelLimits.WHOLE_BYTES) outbox.transfer(id, payload);
    outbox.leave();
  }

  private void turn() {
    while (!loop.isEmpty()) loop.remove().run();
  }

  private long chunks(long id) {
    return sent.stream().filter(frame -> frame.equals("chunk " + id)).count();
  }

  private void note(Batch batch) {
    byte[] whole = new byte[batch.size()];
    System.arraycopy(batch.bytes(), 0, whole, 0, batch.length());
    System.arraycopy(batch.tail(), batch.from(), whole, batch.length(), batch.tailLength());
    FrameReader in = new FrameReader(new Batch(whole, whole.length));
    for (int kind = in.next(); kind != 0; kind = in.next()) {
      in.tag();
      sent.add((kind == FrameKind.REPLY ? "reply " : "chunk ") + in.varint());
      for (int tag = in.tag(); tag != 0; tag = in.tag()) in.skip(tag);
    }
    sent.add("-");
  }
}
