package dev.heddle.core.spring;

import dev.heddle.core.EdgeCalls;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Status;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The actuator endpoint {@code heddle}: components, placements and the call graph. */
@Endpoint(id = "heddle")
public final class HeddleEndpoint {
  /**
   * The parts of a {@link Status}. As an {@link OperationResponseBody} it is written with the
   * actuator's own JSON settings, so that an application's leave the document's words alone.
   */
  public record Document(
      String application,
      String revision,
      long epoch,
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
          status.components(),
          status.replicas(),
          status.edges(),
          status.rollout());
    }
  }

  private final HeddleRuntime runtime;

  HeddleEndpoint(HeddleRuntime runtime) {
    this.runtime = runtime;
  }

  /** What the application is doing now. */
  @ReadOperation
  public Document status() {
    return Document.of(runtime.status());
  }
}
