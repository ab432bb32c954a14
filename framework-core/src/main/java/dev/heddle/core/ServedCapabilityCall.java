package dev.heddle.core;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.ServedCall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One call of a component elsewhere to a capability of this process. It is not interrupted: a write
 * that has begun ends.
 */
final class ServedCapabilityCall<C> implements ServedCall {
  private final IncomingCall call;
  private final ServedCapabilities.Granted<C> granted;
  private final RuntimeOptions options;
  private final Requests requests;
  private final Runnable atEnd;
  private final AtomicBoolean begun = new AtomicBoolean();

  ServedCapabilityCall(
      IncomingCall call,
      ServedCapabilities.Granted<C> granted,
      RuntimeOptions options,
      Requests requests,
      Runnable atEnd) {
    this.call = call;
    this.granted = granted;
    this.options = options;
    this.requests = requests;
    this.atEnd = atEnd;
  }

  @Override
  public byte[] run() {
    if (!begun.compareAndSet(false, true)) return new byte[0];
    EncodedInvocation<C> invocation =
        new EncodedInvocation<>(
            granted.descriptor(), call.method(), call.request(), options.limits());
    try {
      return call.context().isEmpty()
          ? invocation.invoke(granted.object())
          : requests.run(
              RequestContext.received(call.context().get(), Optional.empty()),
              () -> invocation.invoke(granted.object()));
    } catch (RuntimeException | Error failure) {
      ProtoWriter response = new ProtoWriter(options.limits());
      Failures.fail(response, granted.descriptor().name(), call.method().name(), failure);
      return response.toByteArray();
    } finally {
      atEnd.run();
    }
  }

  @Override
  public GuestCall open(IncomingMessages messages) {
    throw new UnsupportedOperationException("a capability's methods have no streams");
  }

  @Override
  public List<String> trail() {
    return List.of();
  }

  @Override
  public void cancel() {
    if (begun.compareAndSet(false, true)) atEnd.run();
  }
}
