package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Status;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The actuator endpoint {@code heddle}: components, placements and the call graph. */
@Endpoint(id = "heddle")
public final class HeddleEndpoint {
  private final HeddleRuntime runtime;

  HeddleEndpoint(HeddleRuntime runtime) {
    this.runtime = runtime;
  }

  /** What the application is doing now. */
  @ReadOperation
  public Status status() {
    return runtime.status();
  }
}
