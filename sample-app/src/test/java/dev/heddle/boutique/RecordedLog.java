package dev.heddle.boutique;

import dev.heddle.component.capability.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log that tests can read. */
public final class RecordedLog implements Log {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void log(Level level, String message) {
    lines.add(level + " " + message);
  }

  public List<String> lines() {
    return lines;
  }
}
