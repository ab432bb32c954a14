package dev.heddle.backends;

import dev.heddle.backends.NatsLayout.Note;
import dev.heddle.core.events.EventBackend.Kept;
import dev.heddle.core.events.EventBackend.Subscribed;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamInfoOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How much is kept, from how many messages stand under each subject. */
final class NatsCounts {
  private NatsCounts() {}

  /** How many messages a stream has, by subject. */
  static Map<String, Long> of(JetStreamManagement streams, String stream)
      throws IOException, JetStreamApiException {
    return streams
        .getStreamInfo(stream, StreamInfoOptions.allSubjects())
        .getStreamState()
        .getSubjectMap();
  }

  static Map<String, Kept> kept(NatsConnection server, List<Subscribed> subscriptions) {
    NatsLayout layout = server.layout();
    return server.call(
        "count events",
        it ->
            kept(
                of(it, layout.events()),
                of(it, layout.notes()).keySet(),
                of(it, layout.dead()),
                subscriptions));
  }

  private static Map<String, Kept> kept(
      Map<String, Long> events,
      Set<String> notes,
      Map<String, Long> letters,
      List<Subscribed> subscriptions) {
    Map<String, Long> pending = new HashMap<>();
    Map<String, Long> dead = new HashMap<>();
    events.forEach(
        (subject, count) ->
            NatsLayout.takers(subject).forEach(taker -> pending.merge(taker, count, Long::sum)));
    notes.stream()
        .map(NatsLayout::note)
        .filter(Note::had)
        .forEach(note -> pending.computeIfPresent(note.subscription(), (name, n) -> n - 1));
    letters.forEach((subject, count) -> dead.merge(NatsLayout.buried(subject), count, Long::sum));
    Set<String> names = new TreeSet<>(dead.keySet());
    // Notes may outlive their event for a moment.
    pending.forEach(
        (name, count) -> {
          if (count > 0) names.add(name);
        });
    subscriptions.forEach(subscription -> names.add(subscription.name()));
    Map<String, Kept> kept = new HashMap<>();
    for (String name : names) {
      kept.put(
          name, new Kept(Math.max(0, pending.getOrDefault(name, 0L)), dead.getOrDefault(name, 0L)));
    }
    return kept;
  }
}
