package dev.heddle.transport;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.CallNotBegunException;
import io.grpc.Status;
import java.util.Optional;

/** What a gRPC client is told of a failure. */
final class PlainStatus {
  private PlainStatus() {}

  /** The status of a call that was not begun. */
  static Status of(CallNotBegunException refused) {
    Status status =
        switch (refused.reason()) {
          case NOT_CONNECTED, NOT_READY -> Status.UNAVAILABLE;
          case NOT_HOSTED -> Status.UNIMPLEMENTED;
          case OVERLOADED -> Status.RESOURCE_EXHAUSTED;
          case OTHER_REVISION -> Status.FAILED_PRECONDITION;
        };
    return status.withDescription(refused.getMessage());
  }

  /** The status of a call whose thread threw. */
  static Status of(Throwable failure) {
    return (failure instanceof MalformedMessageException
            ? Status.INVALID_ARGUMENT
            : Status.INTERNAL)
        .withDescription(failure.getMessage());
  }

  /** The status of a response: OK, also when it holds an exception that the method declares. */
  static Status of(
      byte[] response,
      ComponentDescriptor<?> component,
      MethodDescriptor method,
      WireLimits limits) {
    return failure(response, limits)
        .map(failure -> of(failure, component, method))
        .orElse(Status.OK);
  }

  private static Optional<ComponentException> failure(byte[] response, WireLimits limits) {
    ProtoReader in = new ProtoReader(response, limits);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      if (tag == Failures.TAG) {
        in.enter(tag);
        return Optional.of(Failures.read(in));
      }
      in.skip(tag);
    }
    return Optional.empty();
  }

  private static Status of(
      ComponentException failure, ComponentDescriptor<?> component, MethodDescriptor method) {
    return switch (failure) {
      case ComponentTimeoutException timeout -> described(Status.DEADLINE_EXCEEDED, failure);
      case ComponentCancelledException cancelled -> described(Status.CANCELLED, failure);
      case ComponentUnavailableException unavailable -> described(Status.UNAVAILABLE, failure);
      case ComponentLimitException limit -> described(Status.RESOURCE_EXHAUSTED, failure);
      default ->
          described(
              malformed(failure, component, method) ? Status.INVALID_ARGUMENT : Status.INTERNAL,
              failure);
    };
  }

  /** Whether it is the request of this very call that could not be read. */
  private static boolean malformed(
      ComponentException failure, ComponentDescriptor<?> component, MethodDescriptor method) {
    return failure.failure().equals(MalformedMessageException.class.getName())
        && failure.component().equals(component.name())
        && failure.method().equals(method.name());
  }

  private static Status described(Status status, ComponentException failure) {
    return status.withDescription(
        failure.component() + "." + failure.method() + ": " + failure.failureMessage());
  }
}
