package dev.heddle.wasm.guest;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call with a stream that leaves the module. */
public final class OutgoingCall implements GuestCall {
  /** The streams that the host may ask for, by the number of their call. */
  private static final Map<Integer, OutgoingMessages> SENT = new HashMap<>();

  private static int opened;

  private final int number;
  private Optional<byte[]> response = Optional.empty();

  private OutgoingCall(int number) {
    this.number = number;
  }

  static OutgoingCall open(int target, int method, byte[] request, OutgoingMessages requests) {
    OutgoingCall call = new OutgoingCall(++opened);
    SENT.put(call.number, requests);
    call.response = Optional.ofNullable(Imports.open(target, method, request, call.number));
    return call;
  }

  /** For the host: the next message of the stream that a call takes, null at the end. */
  public static byte @Nullable [] pull(int call) {
    OutgoingMessages messages = SENT.get(call);
    ProtoWriter message = new ProtoWriter(WireLimits.DEFAULT);
    if (messages != null && messages.write(message)) return message.toByteArray();
    SENT.remove(call);
    return null;
  }

  /** For the host: asks for no more of the stream that a call takes. */
  public static void cancel(int call) {
    OutgoingMessages messages = SENT.remove(call);
    if (messages != null) messages.close();
  }

  @Override
  public Optional<byte[]> response() {
    return response;
  }

  @Override
  public Optional<byte[]> next() {
    return Optional.ofNullable(Imports.next(number));
  }

  @Override
  public void close() {
    Imports.close(number);
  }
}
