package dev.heddle.test;

import dev.heddle.component.capability.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one component logged. */
final class LogLines implements Log {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void log(Level level, String message) {
    lines.add(level + " " + message);
  }

  /** Takes what was logged, as it is told with a call's outcome. */
  String take() {
    String text = lines.isEmpty() ? "" : " and logs " + JavaText.of(List.copyOf(lines));
    lines.clear();
    return text;
  }
}
