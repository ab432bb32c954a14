package dev.heddle.component.capability;

import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Values of {@link RandomSource} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class RandomSource_Codec {

  private RandomSource_Codec() {}

  static void writeNextLongRequest(ProtoWriter out, RandomSource_Stub.NextLong nextLong) {
  }

  static RandomSource_Stub.NextLong readNextLongRequest(ProtoReader in) {
    for (int tag = in.tag(); tag != 0; ) tag = in.pass(tag, 0);
    return new RandomSource_Stub.NextLong();
  }

  static void writeNextLongResponse(ProtoWriter out, long result) {
    if (result != 0) out.int64(1, result);
  }

  static long readNextLongResponse(ProtoReader in) {
    long result = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        result = in.int64(tag);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return result;
  }

  static void writeNextIntRequest(ProtoWriter out, RandomSource_Stub.NextInt nextInt) {
    int bound = nextInt.bound();
    if (bound != 0) out.int32(1, bound);
  }

  static RandomSource_Stub.NextInt readNextIntRequest(ProtoReader in) {
    int bound = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        bound = in.int32(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new RandomSource_Stub.NextInt(bound);
  }

  static void writeNextIntResponse(ProtoWriter out, int result) {
    if (result != 0) out.int32(1, result);
  }

  static int readNextIntResponse(ProtoReader in) {
    int result = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        result = in.int32(tag);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return result;
  }

  static void writeNextBytesRequest(ProtoWriter out, RandomSource_Stub.NextBytes nextBytes) {
    int count = nextBytes.count();
    if (count != 0) out.int32(1, count);
  }

  static RandomSource_Stub.NextBytes readNextBytesRequest(ProtoReader in) {
    int count = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        count = in.int32(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new RandomSource_Stub.NextBytes(count);
  }

  static void writeNextBytesResponse(ProtoWriter out, byte[] result) {
    byte[] resultGiven = present(result, "the result of RandomSource.nextBytes");
    if (resultGiven.length != 0) out.bytes(1, resultGiven);
  }

  static byte[] readNextBytesResponse(ProtoReader in) {
    byte[] result = new byte[0];
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        result = in.bytes(tag);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return result;
  }

  static void writeNextUuidRequest(ProtoWriter out, RandomSource_Stub.NextUuid nextUuid) {
  }

  static RandomSource_Stub.NextUuid readNextUuidRequest(ProtoReader in) {
    for (int tag = in.tag(); tag != 0; ) tag = in.pass(tag, 0);
    return new RandomSource_Stub.NextUuid();
  }

  static void writeNextUuidResponse(ProtoWriter out, UUID result) {
    out.string(1, present(result, "the result of RandomSource.nextUuid").toString());
  }

  static UUID readNextUuidResponse(ProtoReader in) {
    UUID result = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        result = Conversions.uuid(in.string(tag), "the result of RandomSource.nextUuid");
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return required(result, "the result of RandomSource.nextUuid");
  }
}
