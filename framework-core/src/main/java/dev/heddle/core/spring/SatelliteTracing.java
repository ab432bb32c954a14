package dev.heddle.core.spring;

import dev.heddle.core.CallSpan;
import dev.heddle.core.CallTracer;
import dev.heddle.core.TraceContext;
import dev.heddle.core.TracedCall;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Records the calls of a satellite, where the configuration says where to send traces: with
 * OpenTelemetry as Spring Boot sets it up in the application, by the same properties. It is made
 * beside the rest of the satellite, and waited for before calls are taken.
 */
final class SatelliteTracing implements CallTracer, AutoCloseable {
  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
  private static final String TRACING =
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.";
  private static final String EXPORT = TRACING + "otlp.OtlpTracingAutoConfiguration";

  /** The auto-configurations that it is made of, beside Heddle's own. */
  static final Set<String> PARTS =
      Set.of(
          "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
          TRACING + "OpenTelemetryTracingAutoConfiguration",
          EXPORT,
          "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration");

  private final CompletableFuture<Recording> recording;

  /** What is made; without a tracer where a library is missing, as in the application. */
  private record Recording(
      AnnotationConfigApplicationContext context, Optional<CallTracer> tracer) {}

  private SatelliteTracing(CompletableFuture<Recording> recording) {
    this.recording = recording;
  }

  /** Whether traces are to be sent somewhere, and can be. */
  static boolean configured(Environment environment, @Nullable ClassLoader application) {
    return environment.containsProperty(ENDPOINT)
        && environment.getProperty("heddle.tracing.enabled", Boolean.class, true)
        && ClassUtils.isPresent(EXPORT, application);
  }

  /** Begins to make it, if it is asked for. */
  static Optional<SatelliteTracing> start(
      ConfigurableEnvironment environment, ClassLoader application) {
    if (!configured(environment, application)) return Optional.empty();
    return Optional.of(
        new SatelliteTracing(
            CompletableFuture.supplyAsync(
                () -> make(environment, application),
                task -> Thread.ofPlatform().daemon().name("heddle-traces").start(task))));
  }

  private static Recording make(ConfigurableEnvironment environment, ClassLoader application) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setEnvironment(environment);
    context.setClassLoader(application);
    context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    context.register(Parts.class);
    context.refresh();
    return new Recording(
        context, Optional.ofNullable(context.getBeanProvider(CallTracer.class).getIfAvailable()));
  }

  /**
   * Waits until it is made.
   *
   * @throws RuntimeException when it cannot be
   */
  void await() {
    recording.join();
  }

  @Override
  public Optional<TraceContext> current() {
    return recording.join().tracer().flatMap(CallTracer::current);
  }

  @Override
  public CallSpan begin(TracedCall call) {
    return recording.join().tracer().map(tracer -> tracer.begin(call)).orElse(CallSpan.NONE);
  }

  /** Sends what was recorded; also when it is not wholly made yet. */
  @Override
  public void close() {
    recording
        .handle((made, failure) -> Optional.ofNullable(made))
        .join()
        .ifPresent(made -> made.context().close());
  }

  /** All of an application that it needs. */
  @Configuration(proxyBeanMethods = false)
  @Import(TracingParts.class)
  static class Parts {}

  /** OpenTelemetry, and Heddle's calls to it. */
  static final class TracingParts extends ChosenAutoConfigurations {
    @Override
    boolean chosen(String name) {
      return PARTS.contains(name) || name.equals(HeddleTracingAutoConfiguration.class.getName());
    }
  }
}
