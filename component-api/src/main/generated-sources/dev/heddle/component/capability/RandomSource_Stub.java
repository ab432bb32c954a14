package dev.heddle.component.capability;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link RandomSource}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class RandomSource_Stub implements RandomSource {
  private final Edge<RandomSource> edge;
  private final CallCounter nextLongCounter;
  private final CallCounter nextIntCounter;
  private final CallCounter nextBytesCounter;
  private final CallCounter nextUuidCounter;
  private volatile @Nullable RandomSource nextLongUncounted;
  private volatile @Nullable RandomSource nextIntUncounted;
  private volatile @Nullable RandomSource nextBytesUncounted;
  private volatile @Nullable RandomSource nextUuidUncounted;
  volatile @Nullable RandomSource local;

  RandomSource_Stub(Edge<RandomSource> edge) {
    this.edge = edge;
    this.nextLongCounter = edge.counter(RandomSource_Descriptor.NEXT_LONG);
    this.nextIntCounter = edge.counter(RandomSource_Descriptor.NEXT_INT);
    this.nextBytesCounter = edge.counter(RandomSource_Descriptor.NEXT_BYTES);
    this.nextUuidCounter = edge.counter(RandomSource_Descriptor.NEXT_UUID);
  }

  void callUncounted(int method, @Nullable RandomSource local) {
    switch (method) {
      case 0 -> nextLongUncounted = local;
      case 1 -> nextIntUncounted = local;
      case 2 -> nextBytesUncounted = local;
      case 3 -> nextUuidUncounted = local;
      default -> throw new IllegalArgumentException("RandomSource has no method " + method);
    }
  }

  @Override
  public long nextLong() {
    RandomSource local = nextLongUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return nextLongLeaving();
      }
      begun = nextLongCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.nextLong();
    } catch (Throwable undeclared) {
      throw nextLongCounter.undeclared(undeclared);
    } finally {
      nextLongCounter.end(begun);
    }
  }

  private long nextLongLeaving() {
    try {
      return edge.call(new NextLong());
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError(
          "an edge threw what RandomSource.nextLong does not declare", unexpected);
    }
  }

  @Override
  public int nextInt(int bound) {
    RandomSource local = nextIntUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return nextIntLeaving(bound);
      }
      begun = nextIntCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.nextInt(bound);
    } catch (Throwable undeclared) {
      throw nextIntCounter.undeclared(undeclared);
    } finally {
      nextIntCounter.end(begun);
    }
  }

  private int nextIntLeaving(int bound) {
    try {
      return edge.call(new NextInt(bound));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError(
          "an edge threw what RandomSource.nextInt does not declare", unexpected);
    }
  }

  @Override
  public byte[] nextBytes(int count) {
    RandomSource local = nextBytesUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return nextBytesLeaving(count);
      }
      begun = nextBytesCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.nextBytes(count).clone();
    } catch (Throwable undeclared) {
      throw nextBytesCounter.undeclared(undeclared);
    } finally {
      nextBytesCounter.end(begun);
    }
  }

  private byte[] nextBytesLeaving(int count) {
    try {
      return edge.call(new NextBytes(count));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError(
          "an edge threw what RandomSource.nextBytes does not declare", unexpected);
    }
  }

  @Override
  public UUID nextUuid() {
    RandomSource local = nextUuidUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return nextUuidLeaving();
      }
      begun = nextUuidCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.nextUuid();
    } catch (Throwable undeclared) {
      throw nextUuidCounter.undeclared(undeclared);
    } finally {
      nextUuidCounter.end(begun);
    }
  }

  private UUID nextUuidLeaving() {
    try {
      return edge.call(new NextUuid());
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError(
          "an edge threw what RandomSource.nextUuid does not declare", unexpected);
    }
  }

  /** A call of {@code nextLong}, which is also its request message. */
  record NextLong() implements Invocation<RandomSource, Long> {

    @Override
    public MethodDescriptor method() {
      return RandomSource_Descriptor.NEXT_LONG;
    }

    @Override
    public Long invoke(RandomSource implementation) {
      return implementation.nextLong();
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      RandomSource_Codec.writeNextLongRequest(request, this);
    }

    @Override
    public Long readResponse(ProtoReader response) {
      return RandomSource_Codec.readNextLongResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code nextInt}, which is also its request message. */
  record NextInt(int bound) implements Invocation<RandomSource, Integer> {

    @Override
    public MethodDescriptor method() {
      return RandomSource_Descriptor.NEXT_INT;
    }

    @Override
    public Integer invoke(RandomSource implementation) {
      return implementation.nextInt(bound);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      RandomSource_Codec.writeNextIntRequest(request, this);
    }

    @Override
    public Integer readResponse(ProtoReader response) {
      return RandomSource_Codec.readNextIntResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code nextBytes}, which is also its request message. */
  record NextBytes(int count) implements Invocation<RandomSource, byte[]> {

    @Override
    public MethodDescriptor method() {
      return RandomSource_Descriptor.NEXT_BYTES;
    }

    @Override
    public byte[] invoke(RandomSource implementation) {
      return implementation.nextBytes(count).clone();
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      RandomSource_Codec.writeNextBytesRequest(request, this);
    }

    @Override
    public byte[] readResponse(ProtoReader response) {
      return RandomSource_Codec.readNextBytesResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code nextUuid}, which is also its request message. */
  record NextUuid() implements Invocation<RandomSource, UUID> {

    @Override
    public MethodDescriptor method() {
      return RandomSource_Descriptor.NEXT_UUID;
    }

    @Override
    public UUID invoke(RandomSource implementation) {
      return implementation.nextUuid();
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      RandomSource_Codec.writeNextUuidRequest(request, this);
    }

    @Override
    public UUID readResponse(ProtoReader response) {
      return RandomSource_Codec.readNextUuidResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }
}
