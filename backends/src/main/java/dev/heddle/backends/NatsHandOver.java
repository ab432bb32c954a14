package dev.heddle.backends;

import dev.heddle.backends.NatsLayout.Note;
import dev.heddle.core.events.EventBackend.Receiver;
import dev.heddle.core.events.PendingDelivery;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what is pending, in the order of the stream, while this process holds the lease. What
 * goes wrong with the server it tries again, from where it was.
 */
final class NatsHandOver implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(NatsHandOver.class);
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final NatsConnection server;
  private final NatsLease lease;
  private final NatsPending pending;
  private final Set<String> subscriptions;
  private final Receiver receiver;
  private Map<Long, List<Note>> notes = Map.of();
  private @Nullable JetStreamSubscription reader;
  private int term;
  private long next = 1;
  private long read;
  private boolean failing;
  private volatile boolean closed;

  NatsHandOver(
      NatsConnection server,
      NatsLease lease,
      NatsPending pending,
      Set<String> subscriptions,
      Receiver receiver) {
    this.server = server;
    this.lease = lease;
    this.pending = pending;
    this.subscriptions = subscriptions;
    this.receiver = receiver;
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        boolean mine = lease.keep();
        if (failing) LOG.info("{} hands over events again", server.description());
        failing = false;
        if (mine) handOver();
        else pause();
      } catch (InterruptedException stop) {
        return;
      } catch (NatsFailure failure) {
        drop();
        if (!failing) LOG.warn("{}; tried again", failure.getMessage());
        failing = true;
        pause();
      } catch (RuntimeException unexpected) {
        // Whatever it is, deliveries must not end with it unseen.
        drop();
        if (!failing)
          LOG.error("{} hands nothing over; tried again", server.description(), unexpected);
        failing = true;
        pause();
      }
    }
  }

  /** Reads no further; without this the server would go on sending to nobody. */
  private void drop() {
    JetStreamSubscription from = reader;
    reader = null;
    if (from == null) return;
    try {
      from.unsubscribe();
    } catch (IllegalStateException ended) {
      // It ended with its connection.
    }
  }

  void close() {
    closed = true;
  }

  private void pause() {
    try {
      // Only how often the server is asked.
      TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
    } catch (InterruptedException stop) {
      closed = true;
    }
  }

  private void handOver() throws InterruptedException {
    if (term != lease.term()) begin();
    JetStreamSubscription from = reader;
    if (from == null) {
      from = open();
      reader = from;
      read = 0;
    }
    Message message;
    try {
      message = from.nextMessage(PATIENCE);
    } catch (IllegalStateException ended) {
      throw new NatsFailure(server.description() + " hands nothing over", ended);
    }
    if (message == null) idle();
    else if (message.metaData().consumerSequence() == ++read) take(message);
    else drop();
  }

  /** What another process did meanwhile stands in the notes. */
  private void begin() {
    List<Note> all = pending.notes();
    all.forEach(pending::learn);
    notes = all.stream().collect(Collectors.groupingBy(Note::sequence));
    term = lease.term();
  }

  private JetStreamSubscription open() {
    return server.talk("hand events over", it -> NatsReader.from(it, server.layout(), next));
  }

  private void take(Message message) {
    long sequence = message.metaData().streamSequence();
    List<String> takers = NatsLayout.takers(message.getSubject());
    List<Note> noted = notes.getOrDefault(sequence, List.of());
    Optional<String> key = NatsReader.key(message);
    Set<String> missing = pending.add(sequence, takers, noted);
    next = sequence + 1;
    takers.stream()
        .filter(missing::contains)
        .filter(subscriptions::contains)
        .forEach(
            taker ->
                receiver.accept(new PendingDelivery(taker, sequence, key, failures(taker, noted))));
  }

  private static int failures(String taker, List<Note> noted) {
    return noted.stream()
        .filter(note -> note.subscription().equals(taker))
        .mapToInt(Note::failures)
        .max()
        .orElse(0);
  }

  /** Looks whether there is something that did not arrive, and clears what is left of notes. */
  private void idle() {
    long last =
        server.call(
            "say what is pending",
            it -> it.getStreamInfo(server.layout().events()).getStreamState().getLastSequence());
    if (last >= next) {
      drop();
      return;
    }
    for (long sequence : notes.keySet()) {
      if (!pending.knows(sequence)) pending.purge(sequence);
    }
    notes = Map.of();
  }
}
