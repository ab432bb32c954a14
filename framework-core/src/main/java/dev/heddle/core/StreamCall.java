package dev.heddle.core;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.InvalidValueException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call that takes or returns a stream, from its beginning until the last of its streams is
 * over. Whatever ends it closes both streams, each once.
 */
final class StreamCall {
  private static final Logger LOG = LoggerFactory.getLogger(StreamCall.class);

  private final String component;
  private final String method;
  private final Predicate<Throwable> declares;
  private final MethodCalls calls;
  private final CallSpan span;
  private final StreamDeadline deadline;
  private final Optional<CalleeThread> callee;
  private final long begun;
  private final Optional<RequestContext> request = RequestContext.current();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean counted = new AtomicBoolean();
  private volatile boolean interrupted;
  private volatile ClosingOnce taken = new ClosingOnce(ValueStream.empty());
  private volatile ClosingOnce produced = new ClosingOnce(ValueStream.empty());
  private volatile Optional<GuardedStream<?>> given = Optional.empty();

  /**
   * A call that begins now.
   *
   * @param span ends with the call
   * @param limit the component's own deadline
   * @param separate whether the callee runs on a thread of its own
   */
  StreamCall(
      MethodCalls calls,
      Predicate<Throwable> declares,
      CallSpan span,
      Optional<Duration> limit,
      boolean separate) {
    this.component = calls.callee();
    this.method = calls.method();
    this.declares = declares;
    this.calls = calls;
    this.span = span;
    this.deadline = StreamDeadline.of(component, method, limit);
    this.callee =
        separate
            ? Optional.of(new CalleeThread(component, method, limit, deadline, this::closeProduced))
            : Optional.empty();
    this.begun = calls.counter().begin();
  }

  /** Takes up the callee's side. */
  void begin(Requests requests) {
    if (request.isPresent() && !request.get().opened(this)) throw ended("the request has ended");
    callee.ifPresent(thread -> thread.start(requests));
  }

  /** Runs a part of the callee's side. */
  <R> R step(Callable<R> body) throws Exception {
    Callable<R> recorded = span.around(body);
    return callee.isPresent() ? callee.get().run(recorded) : recorded.call();
  }

  /** What the callee sees of the caller's stream. */
  <T> ValueStream<T> taken(@Nullable ValueStream<T> stream) {
    ValueStream<T> checked = present(stream, "takes");
    ClosingOnce closing = new ClosingOnce(checked);
    taken = closing;
    return new GuardedStream<>(
        new GuardedStream.Side<>() {
          @Override
          public Optional<StreamElement<T>> pull() {
            try {
              check();
              return onCaller(
                  () -> {
                    Optional<StreamElement<T>> element = StreamElement.of(checked);
                    if (element.isEmpty()) closing.close();
                    else calls.passed();
                    return element;
                  });
            } catch (Exception | Error failure) {
              end();
              throw Failures.undeclared(component, method, failure);
            }
          }

          @Override
          public void end() {
            // A caller that has left closes its stream itself.
            if (callee.map(CalleeThread::left).orElse(false)) return;
            closeQuietly(
                () ->
                    onCaller(
                        () -> {
                          closing.close();
                          return true;
                        }));
          }

          @Override
          public void interrupt() {}
        });
  }

  /** Remembers the callee's stream. On the callee's side. */
  <T> ValueStream<T> produced(@Nullable ValueStream<T> stream) {
    ValueStream<T> checked = present(stream, "returns");
    produced = new ClosingOnce(checked);
    return checked;
  }

  /** What the caller sees of the callee's stream. */
  <T> ValueStream<T> given(ValueStream<T> stream) {
    GuardedStream<T> guarded =
        new GuardedStream<>(
            new GuardedStream.Side<>() {
              @Override
              public Optional<StreamElement<T>> pull() {
                return StreamCall.this.pull(stream);
              }

              @Override
              public void end() {
                StreamCall.this.end();
              }

              @Override
              public void interrupt() {
                interrupted = true;
                callee.ifPresent(CalleeThread::leave);
              }
            });
    given = Optional.of(guarded);
    return guarded;
  }

  private <T> Optional<StreamElement<T>> pull(ValueStream<T> stream) {
    Optional<StreamElement<T>> element;
    try {
      check();
      element =
          step(
              () -> {
                Optional<StreamElement<T>> next = StreamElement.of(stream);
                if (next.isEmpty()) produced.close();
                return next;
              });
    } catch (Exception | Error failure) {
      if (interrupted) return Optional.empty();
      throw StreamCall.<RuntimeException>asItIs(failed(failure));
    }
    if (element.isEmpty()) end();
    else calls.passed();
    return element;
  }

  /** Ends the call because of a failure, and returns what the caller is to see of it. */
  Exception failed(Throwable failure) {
    boolean first = counted.compareAndSet(false, true);
    span.failed(failure);
    try {
      if (!declares.test(failure)) {
        return first
            ? calls.counter().undeclared(failure)
            : Failures.undeclared(component, method, failure);
      }
      Exception declared = (Exception) failure;
      return first ? calls.counter().declared(declared) : declared;
    } finally {
      end();
    }
  }

  /** Ends the call: closes what is open yet. Does nothing when it has ended. */
  void end() {
    if (!ended.compareAndSet(false, true)) return;
    callee.ifPresentOrElse(CalleeThread::finish, this::closeProduced);
    closeQuietly(taken::close);
    request.ifPresent(context -> context.closed(this));
    calls.counter().end(begun);
    span.end();
  }

  /** Ends the call because its request has ended. */
  void cut() {
    ComponentCancelledException reason = ended("the request ended before the stream was closed");
    given.ifPresentOrElse(stream -> stream.cut(reason), this::end);
  }

  private void check() {
    deadline.check();
    if (ended.get()) throw ended("the call has ended");
  }

  private ComponentCancelledException ended(String how) {
    return new ComponentCancelledException(component, method, how);
  }

  private <R> R onCaller(Callable<R> body) throws Exception {
    return callee.isPresent() ? callee.get().ask(body) : body.call();
  }

  private void closeProduced() {
    closeQuietly(produced::close);
  }

  private interface Action {
    void run() throws Exception;
  }

  /** Nobody waits for what happens at a close; it counts as an error all the same. */
  private void closeQuietly(Action close) {
    try {
      close.run();
    } catch (Exception | Error failure) {
      Throwable seen = Failures.undeclared(component, method, failure);
      if (counted.compareAndSet(false, true)) calls.counter().undeclared(seen);
      LOG.warn("closing a stream of {}.{} failed", component, method, seen);
    }
  }

  private <T> ValueStream<T> present(@Nullable ValueStream<T> stream, String verb) {
    if (stream != null) return stream;
    throw new InvalidValueException(
        "the stream that " + component + "." + method + " " + verb + " is null");
  }

  /** A stream's reader declares nothing, and the method whose result this is declares it. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> E asItIs(Exception failure) throws E {
    throw (E) failure;
  }
}
