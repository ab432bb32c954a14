package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the time that another process goes by is asked for. */
final class ClockDescriptor implements ComponentDescriptor<InstantSource> {
  private static final MethodDescriptor INSTANT =
      new MethodDescriptor(0, "instant", "Instant", true, false);
  private static final int RESULT = 1;

  /** The only call. */
  private record Ask() implements Invocation<InstantSource, Instant> {
    @Override
    public MethodDescriptor method() {
      return INSTANT;
    }

    @Override
    public Instant invoke(InstantSource clock) {
      return clock.instant();
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      // It has no arguments.
    }

    @Override
    public Instant readResponse(ProtoReader response) {
      int tag = response.tag();
      if (ProtoReader.field(tag) == RESULT) return response.instant(tag);
      response.enter(tag);
      throw Failures.read(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  @Override
  public String name() {
    return "Clock";
  }

  @Override
  public Class<InstantSource> type() {
    return InstantSource.class;
  }

  @Override
  public String serviceName() {
    return InstantSource.class.getName();
  }

  @Override
  public String protoResource() {
    throw new UnsupportedOperationException("a clock is no gRPC service");
  }

  @Override
  public List<MethodDescriptor> methods() {
    return List.of(INSTANT);
  }

  @Override
  public InstantSource stub(Edge<InstantSource> edge) {
    return () -> ask(edge);
  }

  private static Instant ask(Edge<InstantSource> edge) {
    try {
      return edge.call(new Ask());
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("a clock declares nothing", unexpected);
    }
  }

  @Override
  public void bind(InstantSource stub, @Nullable InstantSource local) {
    throw new UnsupportedOperationException("the clock is elsewhere");
  }

  @Override
  public void callUncounted(InstantSource stub, int method, @Nullable InstantSource local) {
    throw new UnsupportedOperationException("the clock is elsewhere");
  }

  @Override
  public Skeleton skeleton(InstantSource clock) {
    return (method, request, response) -> {
      try {
        response.instant(RESULT, clock.instant());
      } catch (RuntimeException failure) {
        Failures.fail(response, name(), INSTANT.name(), failure);
      }
    };
  }
}
