package dev.heddle.transport;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Batches as gRPC's messages. What is parsed lies in an array that an event loop's thread
 * overwrites with its next message: it must be read at once.
 */
final class BatchMarshaller implements MethodDescriptor.Marshaller<Batch> {
  private static final int KEPT = 256 * 1024;
  private static final byte[] NOTHING = {};

  private final ThreadLocal<byte[]> arrays = ThreadLocal.withInitial(() -> new byte[16 * 1024]);

  @Override
  public InputStream stream(Batch batch) {
    return new Outgoing(batch);
  }

  @Override
  public Batch parse(InputStream message) {
    try {
      int length = message.available();
      // Refused by whoever reads it, for what is thrown here is not told to the other side.
      if (length > TunnelLimits.BATCH_BYTES) return new Batch(NOTHING, length);
      byte[] array = array(length);
      int read = message.readNBytes(array, 0, length);
      return new Batch(array, read);
    } catch (IOException unreadable) {
      throw Status.INTERNAL.withCause(unreadable).asRuntimeException();
    }
  }

  private byte[] array(int length) {
    // A caller that leads the loop may read this one message and no other.
    if (!(Thread.currentThread() instanceof FastThreadLocalThread)) return new byte[length];
    byte[] array = arrays.get();
    if (array.length >= length) return array;
    byte[] larger = new byte[Math.max(length, array.length * 2)];
    if (larger.length <= KEPT) arrays.set(larger);
    return larger;
  }

  /** Hands the bytes over in as few steps as there are pieces. */
  private static final class Outgoing extends InputStream implements KnownLength, Drainable {
    private final Batch batch;
    private boolean drained;

    Outgoing(Batch batch) {
      this.batch = batch;
    }

    @Override
    public int available() {
      return drained ? 0 : batch.size();
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
      if (drained) return 0;
      drained = true;
      batch.writeTo(target);
      return batch.size();
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("gRPC drains what it can");
    }
  }
}
