package dev.heddle.core;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** How far a request has come: whether it was stopped, and which of its streams are open. */
final class RequestProgress {
  private final AtomicReference<Optional<RequestContext.Stop>> stop =
      new AtomicReference<>(Optional.empty());
  private final Set<StreamCall> streams = new HashSet<>();
  private boolean ended;
  private volatile Runnable onStop = () -> {};

  void begin() {
    synchronized (streams) {
      ended = false;
    }
  }

  boolean opened(StreamCall call) {
    synchronized (streams) {
      return !ended && streams.add(call);
    }
  }

  void closed(StreamCall call) {
    synchronized (streams) {
      streams.remove(call);
    }
  }

  void end() {
    List<StreamCall> open;
    synchronized (streams) {
      ended = true;
      open = List.copyOf(streams);
    }
    open.forEach(StreamCall::cut);
  }

  Optional<RequestContext.Stop> stop() {
    return stop.get();
  }

  void stop(RequestContext.Stop reason) {
    if (stop.compareAndSet(Optional.empty(), Optional.of(reason))) onStop.run();
  }

  void onStop(Runnable action) {
    onStop = action;
  }
}
