package dev.heddle.component.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The messages google.protobuf.Timestamp and google.protobuf.Duration, which look alike. */
final class SecondsAndNanos {
  private interface Time<T> {
    T of(long seconds, long nanos);
  }

  private SecondsAndNanos() {}

  static Instant instant(ProtoReader in, int tag) {
    return read(in, tag, "an Instant", Instant::ofEpochSecond);
  }

  static Duration duration(ProtoReader in, int tag) {
    return read(in, tag, "a Duration", Duration::ofSeconds);
  }

  private static <T> T read(ProtoReader in, int tag, String title, Time<T> time) {
    int outer = in.enter(tag);
    long seconds = 0;
    int nanos = 0;
    for (int inner = in.tag(); inner != 0; inner = in.tag()) {
      switch (ProtoReader.field(inner)) {
        case 1 -> seconds = in.int64(inner);
        case 2 -> nanos = in.int32(inner);
        default -> in.skip(inner);
      }
    }
    in.leave(outer);
    try {
      return time.of(seconds, nanos);
    } catch (DateTimeException | ArithmeticException outOfRange) {
      throw MalformedMessageException.invalid(title, seconds + " s " + nanos + " ns");
    }
  }
}
