package dev.heddle.benchmarks;

import dev.heddle.sandbox.engine.HostFunctions;
import org.jspecify.annotations.Nullable;

/** What a module may call that has no imports. */
final class Nowhere implements HostFunctions {
  private static final int LONGEST_MESSAGE = 1 << 20;

  private static IllegalStateException nowhere() {
    return new IllegalStateException("the module calls something");
  }

  @Override
  public byte[] call(int target, int method, byte[] request) {
    throw nowhere();
  }

  @Override
  public boolean present(int target) {
    return false;
  }

  @Override
  public long instant(int target) {
    throw nowhere();
  }

  @Override
  public byte @Nullable [] open(int target, int method, byte[] request, int call) {
    throw nowhere();
  }

  @Override
  public byte @Nullable [] next(int call) {
    throw nowhere();
  }

  @Override
  public void close(int call) {
    throw nowhere();
  }

  @Override
  public byte @Nullable [] take(int stream) {
    throw nowhere();
  }

  @Override
  public void untake(int stream) {
    throw nowhere();
  }

  @Override
  public boolean clock() {
    return false;
  }

  @Override
  public long nanos() {
    throw nowhere();
  }

  @Override
  public long millis() {
    throw nowhere();
  }

  @Override
  public boolean random() {
    return false;
  }

  @Override
  public long entropy() {
    throw nowhere();
  }

  @Override
  public void log(int level, String line) {
    throw nowhere();
  }

  @Override
  public int longestMessage() {
    return LONGEST_MESSAGE;
  }

  @Override
  public RuntimeException tooLong(long length) {
    return nowhere();
  }
}
