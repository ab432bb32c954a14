package dev.heddle.transport;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** A stream to a replica, of whatever bytes. */
final class RawTunnel extends ClientCall.Listener<byte[]> {
  static final MethodDescriptor<byte[], byte[]> OPEN =
      MethodDescriptor.newBuilder(new Bytes(), new Bytes())
          .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
          .setFullMethodName("heddle.tunnel.v1.Tunnel/Open")
          .build();

  private final ClientCall<byte[], byte[]> call;
  private final CompletableFuture<Status> ended = new CompletableFuture<>();

  RawTunnel(Channel channel) {
    call = channel.newCall(OPEN, CallOptions.DEFAULT);
    call.start(this, new Metadata());
    call.request(1_000);
  }

  void send(byte[] message) {
    call.sendMessage(message);
  }

  void halfClose() {
    call.halfClose();
  }

  void reset() {
    call.cancel("reset", null);
  }

  Status ended() {
    return ended.join();
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    ended.complete(status);
  }

  /** Bytes as they are. */
  static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
