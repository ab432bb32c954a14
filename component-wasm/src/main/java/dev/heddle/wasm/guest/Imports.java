package dev.heddle.wasm.guest;

import org.jspecify.annotations.Nullable;
import org.teavm.interop.Import;

/** The functions that a host gives to a guest. */
final class Imports {
  private static final String MODULE = "heddle";

  private Imports() {}

  @Import(module = MODULE, name = "call")
  static native byte[] call(int target, int method, byte[] request);

  @Import(module = MODULE, name = "present")
  static native int present(int target);

  @Import(module = MODULE, name = "instant")
  static native long instant(int target);

  @Import(module = MODULE, name = "open")
  static native byte @Nullable [] open(int target, int method, byte[] request, int call);

  @Import(module = MODULE, name = "next")
  static native byte @Nullable [] next(int call);

  @Import(module = MODULE, name = "close")
  static native void close(int call);

  @Import(module = MODULE, name = "take")
  static native byte @Nullable [] take(int stream);

  @Import(module = MODULE, name = "untake")
  static native void untake(int stream);

  @Import(module = MODULE, name = "nanos")
  static native long nanos();

  @Import(module = MODULE, name = "entropy")
  static native long entropy();

  @Import(module = MODULE, name = "trace")
  static native int trace();

  @Import(module = MODULE, name = "frames")
  static native byte @Nullable [] frames(int trace);
}
