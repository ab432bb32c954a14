package dev.heddle.core.spring;

import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.Placement;
import dev.heddle.core.RuntimeOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Heddle's configuration.
 *
 * @param dataDirectory Folder of the embedded stores; made when it is missing.
 * @param copyLocalCalls Whether calls within the process go through bytes, as remote ones do. Finds
 *     code that relies on sharing objects with its callee; for tests.
 * @param front Name under which the application's own beans appear as callers.
 * @param request What holds for every request.
 * @param trail The trail of component calls behind a response.
 * @param observation Micrometer observations of component calls.
 * @param sandbox What is asked of sandboxing.
 * @param wire Bounds on messages.
 * @param components What is configured for each component, by its name.
 */
@ConfigurationProperties("heddle")
public record HeddleProperties(
    @DefaultValue(".heddle/data") Path dataDirectory,
    @DefaultValue("false") boolean copyLocalCalls,
    @DefaultValue("Front") String front,
    @DefaultValue Request request,
    @DefaultValue Trail trail,
    @DefaultValue Observation observation,
    @DefaultValue Sandbox sandbox,
    @DefaultValue Wire wire,
    @DefaultValue Map<String, Component> components) {

  /**
   * What holds for every request.
   *
   * @param deadline How long a request may take; afterwards no further component call is made for
   *     it.
   */
  public record Request(@DefaultValue("30s") Duration deadline) {}

  /**
   * The trail of component calls behind a response.
   *
   * @param enabled Whether responses carry the header X-Heddle-Trail. Every call then takes the
   *     longer path.
   */
  public record Trail(@DefaultValue("false") boolean enabled) {}

  /**
   * Micrometer observations of component calls.
   *
   * @param enabled Whether each component call is an observation. Every call then takes the longer
   *     path.
   */
  public record Observation(@DefaultValue("false") boolean enabled) {}

  /**
   * What is asked of sandboxing.
   *
   * @param required Whether implementations with runtime JVM are refused.
   */
  public record Sandbox(@DefaultValue("false") boolean required) {}

  /**
   * Bounds on messages.
   *
   * @param maxMessageSize Longest request or response.
   * @param maxDepth Deepest nesting of values.
   * @param maxDigits Most digits of a BigDecimal or BigInteger.
   */
  public record Wire(
      @DefaultValue("4MB") DataSize maxMessageSize,
      @DefaultValue("100") int maxDepth,
      @DefaultValue("10000") int maxDigits) {}

  /**
   * What is configured for one component.
   *
   * @param placement Where its calls go, if they are not to be placed by themselves.
   * @param deadline How long a call to it may take; its caller then gets a
   *     ComponentTimeoutException. The call runs on a thread of its own.
   * @param settings What the component's Settings capability shows.
   */
  public record Component(
      @Nullable Placement placement,
      @Nullable Duration deadline,
      @DefaultValue Map<String, String> settings) {}

  WireLimits limits() {
    return new WireLimits(
        Math.toIntExact(wire.maxMessageSize().toBytes()), wire.maxDepth(), wire.maxDigits());
  }

  static RuntimeOptions.ComponentOptions options(Component component) {
    return new RuntimeOptions.ComponentOptions(
        Optional.ofNullable(component.placement()),
        Optional.ofNullable(component.deadline()),
        component.settings());
  }
}
