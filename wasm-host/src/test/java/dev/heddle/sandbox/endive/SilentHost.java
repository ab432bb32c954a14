package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.engine.HostFunctions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host that echoes calls and knows nothing else. */
class SilentHost implements HostFunctions {
  final List<String> lines = new ArrayList<>();

  @Override
  public byte[] call(int target, int method, byte[] request) {
    return request;
  }

  @Override
  public boolean present(int target) {
    return false;
  }

  @Override
  public long instant(int target) {
    return 0;
  }

  @Override
  public byte @Nullable [] open(int target, int method, byte[] request, int call) {
    return null;
  }

  @Override
  public byte @Nullable [] next(int call) {
    return null;
  }

  @Override
  public void close(int call) {}

  @Override
  public byte @Nullable [] take(int stream) {
    return null;
  }

  @Override
  public void untake(int stream) {}

  @Override
  public boolean clock() {
    return false;
  }

  @Override
  public boolean random() {
    return false;
  }

  @Override
  public long nanos() {
    return 0;
  }

  @Override
  public long millis() {
    return 0;
  }

  @Override
  public long entropy() {
    return 0;
  }

  @Override
  public void log(int level, String line) {
    lines.add(line);
  }

  @Override
  public int longestMessage() {
    return 1_000;
  }

  @Override
  public RuntimeException tooLong(long length) {
    return new IllegalStateException("too long: " + length);
  }
}
