package dev.heddle.core.spring;

import dev.heddle.core.EdgeCalls;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.core.PlacementException;
import dev.heddle.core.Problem;
import dev.heddle.core.Status;
import dev.heddle.core.sandbox.SandboxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * The actuator endpoint {@code heddle}: components, placements and the call graph. Components can
 * be moved only when the application's configuration gives the endpoint the access {@code
 * unrestricted}, and only from the application's own machine.
 */
@Endpoint(id = "heddle", defaultAccess = Access.READ_ONLY)
public final class HeddleEndpoint {
  /**
   * The parts of a {@link Status}. As an {@link OperationResponseBody} it is written with the
   * actuator's own JSON settings, so that an application's leave the document's words alone.
   */
  public record Document(
      String application,
      String revision,
      long epoch,
      double uptimeSeconds,
      List<Status.Component> components,
      List<Status.Replica> replicas,
      List<EdgeCalls> edges,
      Optional<Status.Rollout> rollout)
      implements OperationResponseBody {

    static Document of(Status status) {
      return new Document(
          status.application(),
          status.revision(),
          status.epoch(),
          status.uptimeSeconds(),
          status.components(),
          status.replicas(),
          status.edges(),
          status.rollout());
    }
  }

  /**
   * What became of a component that was to be moved.
   *
   * @param component its name
   * @param placement where its calls go now
   * @param reason why
   * @param epoch number of the placement table
   * @param refused why it was not moved, empty when it was
   */
  public record Placed(
      String component,
      String placement,
      String reason,
      long epoch,
      Optional<List<Problem>> refused)
      implements OperationResponseBody {}

  private static final String AUTO = "auto";

  private final HeddleRuntime runtime;
  private final Runnable guard;

  /**
   * The endpoint of an application.
   *
   * @param guard throws when whoever asks may not change anything
   */
  HeddleEndpoint(HeddleRuntime runtime, Runnable guard) {
    this.runtime = runtime;
    this.guard = guard;
  }

  /** What the application is doing now. */
  @ReadOperation
  public Document status() {
    return Document.of(runtime.status());
  }

  /**
   * Moves a component to {@code local} or {@code sandboxed}, or, with {@code auto}, back to where
   * configuration has it. Returns when its calls go there.
   */
  @WriteOperation
  public Placed place(@Selector String component, String placement) {
    guard.run();
    if (runtime.components().stream().noneMatch(each -> each.name().equals(component))) {
      String rule = "the application has no component " + component;
      throw new InvalidEndpointRequestException(rule, rule);
    }
    try {
      move(component, placement);
      return placed(component, Optional.empty());
    } catch (PlacementException refused) {
      return placed(component, Optional.of(List.of(refused.problem())));
    } catch (SandboxException refused) {
      return placed(component, Optional.of(refused.problems()));
    }
  }

  private void move(String component, String placement) {
    if (placement.equals(AUTO)) {
      runtime.placeAsConfigured(component);
      return;
    }
    Placement chosen =
        Stream.of(Placement.values())
            .filter(value -> value.word().equals(placement))
            .findFirst()
            .orElseThrow(
                () -> {
                  String rule = "'placement' is local, sandboxed, remote or auto";
                  return new InvalidEndpointRequestException(rule, rule);
                });
    runtime.place(component, chosen, "asked for by hand");
  }

  private Placed placed(String component, Optional<List<Problem>> refused) {
    Status status = runtime.status();
    Status.Component row =
        status.components().stream()
            .filter(each -> each.name().equals(component))
            .findFirst()
            .orElseThrow();
    return new Placed(component, row.placement(), row.reason(), status.epoch(), refused);
  }
}
