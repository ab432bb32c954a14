package dev.heddle.scheduler;

import dev.heddle.core.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A move that is not done yet, and whom it waits for. For the scheduler's thread. */
final class MoveUnderWay {
  private final CompletableFuture<List<Problem>> end = new CompletableFuture<>();
  private Move move;
  private Set<String> waiting = Set.of();
  private long epoch;
  private long published;
  private @Nullable Future<?> timer;

  MoveUnderWay(Move move) {
    this.move = move;
  }

  Move move() {
    return move;
  }

  String component() {
    return move.component();
  }

  /** Completed with why it was undone; with nothing when it is done. */
  CompletableFuture<List<Problem>> end() {
    return end;
  }

  /** Enters a step that is over when some processes have answered. */
  void enter(Move.Step step, Set<String> processes, Future<?> limit) {
    stopTimer();
    move = move.at(step);
    waiting = new HashSet<>(processes);
    timer = limit;
  }

  void publishedAs(long number) {
    epoch = number;
    published = System.nanoTime();
  }

  long epoch() {
    return epoch;
  }

  double pauseMillis() {
    return (System.nanoTime() - published) / 1e6;
  }

  boolean in(Move.Step step) {
    return move.step() == step;
  }

  /** Notes an answer, and tells whether it was the last. */
  boolean answered(String process) {
    waiting.remove(process);
    return waiting.isEmpty();
  }

  boolean waitsFor(String process) {
    return waiting.contains(process);
  }

  Set<String> waiting() {
    return Set.copyOf(waiting);
  }

  void stopTimer() {
    if (timer != null) timer.cancel(false);
  }
}
