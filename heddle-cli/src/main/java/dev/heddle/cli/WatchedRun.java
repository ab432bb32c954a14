package dev.heddle.cli;

import dev.heddle.cli.watch.ApplicationClasses;
import dev.heddle.cli.watch.Outcome;
import dev.heddle.cli.watch.SourceTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The loop of {@code run --watch}: waits for changes, compiles them, starts the application anew.
 */
final class WatchedRun {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int SHOWN_ERRORS = 20;

  private final Path root;
  private final ApplicationClasses classes;
  private final WatchedProcess application;
  private final StopSignal stopSignal;
  private final PrintWriter out;

  WatchedRun(
      Path root,
      ApplicationClasses classes,
      WatchedProcess application,
      StopSignal stopSignal,
      PrintWriter out) {
    this.root = root;
    this.classes = classes;
    this.application = application;
    this.stopSignal = stopSignal;
    this.out = out;
  }

  /**
   * Runs until this process is told to stop.
   *
   * @param tree what is watched
   * @param built what it looked like before it was built
   */
  void run(SourceTree tree, Map<Path, SourceTree.Stamp> built, Supplier<String> announcement)
      throws IOException, InterruptedException {
    WatchedProcess.State state = application.start();
    print(state == WatchedProcess.State.READY ? announcement.get() : sad(state));
    List<String> errors = classes.rehearse();
    // Errors of what was saved in between are told below.
    Map<Path, SourceTree.Stamp> taken = built;
    Map<Path, SourceTree.Stamp> seen = built;
    if (errors.isEmpty() || tree.look().equals(built)) show(errors);
    print("Watching " + String.join(", ", watched()) + " ... (Ctrl-C stops it)");
    boolean told = state == WatchedProcess.State.ENDED;
    while (!stopSignal.requested()) {
      try {
        Map<Path, SourceTree.Stamp> now = tree.look();
        if (!now.equals(seen)) {
          seen = now;
          if (apply(difference(taken, now))) taken = now;
          told = !application.running();
          continue;
        }
      } catch (NoSuchFileException goneMeanwhile) {
        // The next look sees that, too.
      }
      if (!told && !application.running() && !stopSignal.explainsTheEnd()) {
        told = true;
        print(sad(WatchedProcess.State.ENDED));
      }
      tree.await(LOOK);
    }
  }

  /** Whether the changes are in the class folders now. */
  private boolean apply(Set<Path> changed) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Outcome outcome = classes.apply(changed);
    if (!outcome.errors().isEmpty()) {
      show(outcome.errors());
      print(
          "Not compiled: "
              + count(outcome.errors().size(), "error")
              + "; the application goes on as it was.");
      return false;
    }
    for (Path file : changed) {
      if (file.endsWith("pom.xml")) {
        print(root.relativize(file) + " has changed: start ./heddle run --watch anew to see it.");
      }
    }
    for (String file : outcome.rebuild()) {
      print(file + " is filled in by the build: start ./heddle run --watch anew to see it.");
    }
    String done = done(outcome, begun);
    if (outcome.restart() || (!application.running() && !done.isEmpty())) restart(done);
    else if (!done.isEmpty()) print(done + "; nothing to restart");
    return true;
  }

  private void restart(String done) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    WatchedProcess.State state = application.restart();
    if (stopSignal.requested()) return;
    if (state == WatchedProcess.State.READY) print(done + "; restarted in " + seconds(begun));
    else print(done + ". " + sad(state));
  }

  private static String done(Outcome outcome, long begun) {
    List<String> parts = new ArrayList<>();
    if (outcome.compiled() > 0) parts.add("Compiled " + count(outcome.compiled(), "file"));
    if (outcome.copied() > 0) {
      parts.add((parts.isEmpty() ? "Copied " : "copied ") + count(outcome.copied(), "file"));
    }
    return parts.isEmpty() ? "" : String.join(", ", parts) + " in " + seconds(begun);
  }

  private String sad(WatchedProcess.State state) {
    if (stopSignal.requested()) return "Stopped before the application was ready.";
    return state == WatchedProcess.State.ENDED
        ? "The application ended, with exit code "
            + application.exitCode()
            + "; it says why. It starts again at the next change."
        : "The application did not start; it says why. The next change is tried again.";
  }

  private void show(List<String> errors) {
    errors.stream().limit(SHOWN_ERRORS).forEach(this::print);
    if (errors.size() > SHOWN_ERRORS) print("... and " + (errors.size() - SHOWN_ERRORS) + " more");
  }

  private List<String> watched() {
    return classes.roots().stream()
        .map(folder -> root.relativize(Objects.requireNonNull(folder.getParent())).toString())
        .distinct()
        .toList();
  }

  private static Set<Path> difference(
      Map<Path, SourceTree.Stamp> before, Map<Path, SourceTree.Stamp> now) {
    Set<Path> changed = new TreeSet<>(before.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(file -> Objects.equals(before.get(file), now.get(file)));
    return changed;
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String seconds(long begun) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9);
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
