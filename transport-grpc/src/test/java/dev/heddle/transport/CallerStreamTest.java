package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.wire.WireLimits;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CallerStreamTest {
  private final EventLoops loops = new EventLoops("calls");
  private final CompletableFuture<String> cancelled = new CompletableFuture<>();

  @AfterEach
  void close() {
    loops.close();
  }

  @Test
  void endsWhereAMessageCouldNotBeSent() throws Exception {
    CallerStream stream =
        new CallerStream(
            new Broken(),
            loops.loop(),
            "127.0.0.1:9000",
            TestCalls.identity("r1", "caller-1"),
            WireLimits.DEFAULT,
            new Unseen());
    stream.start();
    assertThat(cancelled.get())
        .isEqualTo("a message could not be sent: java.lang.StackOverflowError: no room");
    stream.onClose(Status.CANCELLED, new Metadata());
    assertThat(stream.ended().get()).isEqualTo(new CallerStream.End(false, cancelled.get()));
  }

  private record Unseen() implements CallerStream.Observer {
    @Override
    public void welcomed(CallerTunnel tunnel, Greeting greeting) {}

    @Override
    public void state(ServerState state) {}

    @Override
    public void ended(CallerStream.End end) {}
  }

  private final class Broken extends Channel {
    @Override
    @SuppressWarnings("unchecked") // the tunnel has one method
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      return (ClientCall<Q, A>) new Call();
    }

    @Override
    public String authority() {
      return "nowhere";
    }
  }

  private final class Call extends ClientCall<Batch, Batch> {
    @Override
    public void start(Listener<Batch> listener, Metadata headers) {}

    @Override
    public void request(int messages) {}

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {
      cancelled.complete(message);
    }

    @Override
    public void halfClose() {}

    @Override
    public void sendMessage(Batch message) {
      throw new StackOverflowError("no room");
    }
  }
}
