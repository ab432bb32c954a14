package dev.heddle.sandbox.pool;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.sandbox.engine.GuestInstance;
import java.util.Optional;
import java.util.function.Function;

/** A call with streams, which has its instance until it has ended. For one thread at a time. */
final class StreamedCall implements GuestCall {
  /** An instance serves one call, so its stream needs no number. */
  private static final int STREAM = 0;

  private final InstancePool pool;
  private final PooledInstance instance;
  private final int method;
  private Optional<byte[]> response = Optional.empty();
  private boolean ended;

  StreamedCall(InstancePool pool, PooledInstance instance, int method) {
    this.pool = pool;
    this.instance = instance;
    this.method = method;
  }

  StreamedCall open(byte[] request, OutgoingMessages requests) {
    step(
        guest -> {
          instance.beginStream(method, requests);
          response = Optional.ofNullable(guest.open(STREAM, method, request));
          return response;
        });
    if (response.isPresent()) end();
    return this;
  }

  @Override
  public Optional<byte[]> response() {
    return response;
  }

  @Override
  public Optional<byte[]> next() {
    if (ended) return Optional.empty();
    Optional<byte[]> next = step(guest -> Optional.ofNullable(guest.next(STREAM)));
    if (next.isEmpty()) end();
    return next;
  }

  @Override
  public void close() {
    if (ended) return;
    step(
        guest -> {
          guest.close(STREAM);
          return ended;
        });
    end();
  }

  private <R> R step(Function<GuestInstance, R> step) {
    try {
      return instance.run(method, step);
    } catch (Throwable failure) {
      ended = true;
      pool.discard(instance, PooledComponent.reason(failure));
      instance.abandonStreams(failure);
      throw failure;
    }
  }

  private void end() {
    ended = true;
    try {
      instance.endStreams(method);
    } catch (Throwable failure) {
      pool.discard(instance, PooledComponent.reason(failure));
      instance.abandonStreams(failure);
      throw failure;
    }
    instance
        .end()
        .ifPresentOrElse(why -> pool.discard(instance, why), () -> pool.giveBack(instance));
  }
}
