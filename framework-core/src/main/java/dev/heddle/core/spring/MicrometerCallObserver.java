package dev.heddle.core.spring;

import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.core.CallObserver;
import dev.heddle.core.Placement;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.Callable;

/** Makes each component call an observation named {@code heddle.call}. */
final class MicrometerCallObserver implements CallObserver {
  private final ObservationRegistry registry;

  MicrometerCallObserver(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public <R> R observe(
      String caller, String callee, MethodDescriptor method, Placement placement, Callable<R> call)
      throws Exception {
    Observation observation =
        Observation.createNotStarted("heddle.call", registry)
            .contextualName(callee + "." + method.name())
            .lowCardinalityKeyValue("caller", caller)
            .lowCardinalityKeyValue("callee", callee)
            .lowCardinalityKeyValue("method", method.name())
            .lowCardinalityKeyValue("placement", placement.word());
    observation.start();
    try (Observation.Scope scope = observation.openScope()) {
      return call.call();
    } catch (Exception | Error failure) {
      observation.error(failure);
      throw failure;
    } finally {
      observation.stop();
    }
  }
}
