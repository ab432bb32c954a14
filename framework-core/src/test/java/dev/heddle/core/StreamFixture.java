package dev.heddle.core;

import dev.heddle.component.ValueStream;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.fixture.Feed;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Overdrawn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An application with a Feed, and streams that know what happens to them. */
final class StreamFixture {

  /** Where the callee runs. */
  enum Way {
    /** On the caller's thread, called as it is. */
    LOCAL(false, Optional.empty()),
    /** On its own thread, called through bytes. */
    COPY(true, Optional.empty()),
    /** On its own thread, for it has a deadline. */
    LIMITED(false, Optional.of(Duration.ofMinutes(1)));

    final RuntimeOptions options;

    Way(boolean copy, Optional<Duration> deadline) {
      options =
          RuntimeOptions.DEFAULT
              .withCopyLocalCalls(copy)
              .withComponents(
                  Map.of(
                      "Feed",
                      deadline
                          .map(ComponentOptions.NONE::withDeadline)
                          .orElse(ComponentOptions.NONE)));
    }
  }

  /** Numbers from 0; counts what is asked of it. */
  static final class Counted {
    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile Thread closer = Thread.currentThread();

    ValueStream<Long> upTo(long count) {
      return failing(count, new IllegalStateException("unused"), false);
    }

    ValueStream<Long> failingAfter(long count, Exception failure) {
      return failing(count, failure, true);
    }

    private ValueStream<Long> failing(long count, Exception failure, boolean fails) {
      return ValueStream.generate(
          () -> {
            if (made.get() < count) return Optional.of((long) made.getAndIncrement());
            if (fails) throw failure;
            return Optional.empty();
          },
          () -> {
            closer = Thread.currentThread();
            closed.incrementAndGet();
          });
    }
  }

  /** What the Feed of a test does. */
  static class TestFeed implements Feed {
    @Override
    public ValueStream<Long> numbers(long count) throws Overdrawn {
      throw new UnsupportedOperationException();
    }

    @Override
    public long sum(String name, ValueStream<Long> numbers) throws Overdrawn {
      throw new UnsupportedOperationException();
    }

    @Override
    public ValueStream<byte[]> echo(ValueStream<byte[]> parts) {
      throw new UnsupportedOperationException();
    }
  }

  /** A Feed that gives one stream. */
  static TestFeed giving(ValueStream<Long> stream) {
    return new TestFeed() {
      @Override
      public ValueStream<Long> numbers(long count) {
        return stream;
      }
    };
  }

  final HeddleRuntime runtime;
  final Feed feed;

  StreamFixture(RuntimeOptions options, Feed implementation) {
    runtime =
        HeddleRuntime.builder(Fixtures.feed())
            .options(options)
            .implementation(Feed.class, () -> implementation)
            .build();
    runtime.start();
    feed = runtime.component("Test", Feed.class);
  }

  /** Runs within a request. */
  void request(Runnable body) {
    runtime
        .requests()
        .run(
            runtime.requests().enter("Test", TraceContext.create()),
            () -> {
              body.run();
              return true;
            });
  }

  EdgeCalls figures() {
    return runtime.edges().getFirst();
  }
}
