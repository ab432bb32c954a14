package dev.heddle.transport;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Frames that nobody sends on purpose. */
final class Mutation {
  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** A greeting and some calls, as they should be. */
  byte[] sound() {
    FrameWriter frames = new FrameWriter();
    frames.hello(TestCalls.identity("r1", "fuzz"));
    frames.edge(1, "Front", "Desk");
    int calls = random.nextInt(4);
    for (int id = 1; id <= calls; id++) {
      byte[] request = new byte[random.nextInt(100)];
      random.nextBytes(request);
      frames.call(id, 1, random.nextInt(7), request, Optional.empty());
    }
    if (random.nextBoolean()) frames.cancel(1 + random.nextInt(4));
    if (random.nextBoolean()) frames.credit(1 + random.nextInt(4), random.nextInt(100_000));
    if (random.nextBoolean()) frames.next(1 + random.nextInt(4), random.nextInt(50));
    if (random.nextInt(4) == 0) frames.element(1 + random.nextInt(4), new byte[random.nextInt(9)]);
    if (random.nextInt(4) == 0) frames.end(1 + random.nextInt(4), java.util.List.of());
    if (random.nextInt(4) == 0) {
      frames.call(20, 1, 1, new byte[70_000 + random.nextInt(100_000)], Optional.empty());
      frames.chunkBefore(20, 0);
    }
    Batch batch = frames.batch();
    return Arrays.copyOf(batch.bytes(), batch.length());
  }

  /** Frames that somehow are not as they should be. */
  byte[] next() {
    byte[] frames = sound();
    return switch (random.nextInt(9)) {
      case 0 -> Arrays.copyOf(frames, random.nextInt(frames.length));
      case 1 -> flipped(frames, 1);
      case 2 -> flipped(frames, 20);
      case 3 -> noise(random.nextInt(2_000));
      case 4 -> nested(random.nextInt(2_000));
      case 5 -> twice(frames);
      case 6 -> large(frames);
      case 7 -> revised();
      default -> inserted(frames);
    };
  }

  private byte[] flipped(byte[] frames, int bits) {
    for (int i = 0; i < bits; i++) {
      frames[random.nextInt(frames.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return frames;
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] nested(int depth) {
    byte[] message = new byte[depth * 3];
    for (int i = 0; i < depth; i++) {
      int inside = message.length - 3 * (i + 1);
      message[3 * i] = 10;
      message[3 * i + 1] = (byte) (inside & 0x7F | 0x80);
      message[3 * i + 2] = (byte) (inside >>> 7 & 0x7F);
    }
    return message;
  }

  private static byte[] twice(byte[] frames) {
    byte[] twice = Arrays.copyOf(frames, 2 * frames.length);
    System.arraycopy(frames, 0, twice, frames.length, frames.length);
    return twice;
  }

  private byte[] large(byte[] frames) {
    return random.nextInt(20) == 0 ? new byte[3 * 1024 * 1024] : Arrays.copyOf(frames, 100_000);
  }

  private byte[] revised() {
    FrameWriter frames = new FrameWriter();
    frames.hello(TestCalls.identity("r" + random.nextInt(2, 9), "fuzz"));
    Batch batch = frames.batch();
    return Arrays.copyOf(batch.bytes(), batch.length());
  }

  private byte[] inserted(byte[] frames) {
    int at = random.nextInt(frames.length);
    byte[] between = noise(1 + random.nextInt(8));
    byte[] longer = new byte[frames.length + between.length];
    System.arraycopy(frames, 0, longer, 0, at);
    System.arraycopy(between, 0, longer, at, between.length);
    System.arraycopy(frames, at, longer, at + between.length, frames.length - at);
    return longer;
  }
}
