package dev.heddle.benchmarks.remote;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One end of a connection that carries frames: length, number of the call, method, message.
 * Whatever is sent while another thread writes goes out with that thread's next write.
 */
final class FrameSocket implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int LENGTH_BYTES = Integer.BYTES;
  private static final int HEADER_BYTES = Integer.BYTES + 1;

  /** Takes what arrives, on the thread that reads. */
  @FunctionalInterface
  interface Receiver {
    void received(int call, int method, byte[] message);
  }

  private final SocketChannel channel;
  private final ReentrantLock turn = new ReentrantLock();
  private ByteBuffer gathered = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private ByteBuffer spare = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private boolean writing;

  FrameSocket(SocketChannel channel) throws IOException {
    this.channel = channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
  }

  /** Reads until the connection ends, on a thread of its own. */
  void receive(Receiver receiver) {
    Thread.ofPlatform()
        .daemon()
        .name("frames")
        .start(
            () -> {
              try {
                read(receiver);
              } catch (ClosedChannelException | EOFException ended) {
                // The other end, or this one, has closed it.
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
  }

  void send(int call, int method, byte[] message) throws IOException {
    turn.lock();
    try {
      gather(call, method, message);
      if (writing) return;
      writing = true;
    } finally {
      turn.unlock();
    }
    for (ByteBuffer full = next(); full.hasRemaining(); full = next()) {
      while (full.hasRemaining()) channel.write(full);
      full.clear();
    }
  }

  private void gather(int call, int method, byte[] message) {
    int length = HEADER_BYTES + message.length;
    if (gathered.remaining() < LENGTH_BYTES + length) {
      ByteBuffer larger = ByteBuffer.allocateDirect(2 * gathered.capacity() + length);
      gathered = larger.put(gathered.flip());
    }
    gathered.putInt(length).putInt(call).put((byte) method).put(message);
  }

  /** What has been gathered; when that is nothing, this thread's turn to write has ended. */
  private ByteBuffer next() {
    turn.lock();
    try {
      ByteBuffer full = gathered;
      if (full.position() == 0) {
        writing = false;
        return ByteBuffer.allocate(0);
      }
      gathered = spare;
      spare = full;
      return full.flip();
    } finally {
      turn.unlock();
    }
  }

  private void read(Receiver receiver) throws IOException {
    ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    while (channel.read(in) >= 0) {
      in.flip();
      while (in.remaining() >= LENGTH_BYTES
          && in.remaining() >= LENGTH_BYTES + in.getInt(in.position())) {
        byte[] message = new byte[in.getInt() - HEADER_BYTES];
        int call = in.getInt();
        int method = in.get();
        in.get(message);
        receiver.received(call, method, message);
      }
      in.compact();
    }
    throw new EOFException();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
