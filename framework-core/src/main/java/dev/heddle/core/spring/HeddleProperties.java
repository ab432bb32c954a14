package dev.heddle.core.spring;

import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.Placement;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.capability.GuardedHttpCaller;
import dev.heddle.core.capability.HttpLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Heddle's configuration. What is said here of a property is what editors show and what stands in
 * {@code docs/configuration.md}.
 *
 * @param dataDirectory Folder of the embedded key-value store and, below blobs, of the blobs; made
 *     when one of them is used. A relative one is relative to where the process was started.
 * @param copyLocalCalls Whether each call within the process is encoded and decoded on its way.
 *     Finds code that relies on sharing objects with its callee; for tests.
 * @param placement Where calls to components go for which nothing else is configured: local, or
 *     sandboxed or remote for those that can be.
 * @param front Name under which the application's own beans appear as callers.
 * @param request What holds for every request.
 * @param trail The trail of component calls behind a response.
 * @param observation Micrometer observations of component calls.
 * @param sandbox What calls inside the sandbox may use.
 * @param wire Bounds on messages.
 * @param keyValue What components store under keys.
 * @param blobs What components store as blobs.
 * @param secrets Where components' secrets come from.
 * @param http Bounds on components' HTTP calls.
 * @param components What is configured for each component, by its name.
 */
@ConfigurationProperties("heddle")
public record HeddleProperties(
    @DefaultValue(".heddle/data") Path dataDirectory,
    @DefaultValue("false") boolean copyLocalCalls,
    @DefaultValue("local") Placement placement,
    @DefaultValue("Front") String front,
    @DefaultValue Request request,
    @DefaultValue Trail trail,
    @DefaultValue Observation observation,
    @DefaultValue @NestedConfigurationProperty SandboxProperties sandbox,
    @DefaultValue Wire wire,
    @DefaultValue KeyValue keyValue,
    @DefaultValue Blobs blobs,
    @DefaultValue Secrets secrets,
    @DefaultValue Http http,
    @DefaultValue Map<String, Component> components) {

  /**
   * What holds for every request.
   *
   * @param deadline How long a web request may take, at most a day; afterwards no further component
   *     call is made for it.
   */
  public record Request(@DefaultValue("30s") Duration deadline) {
    /** Checks the range. */
    public Request {
      checkDeadline("heddle.request.deadline", deadline);
    }
  }

  /**
   * The trail of component calls behind a response.
   *
   * @param enabled Whether responses carry the header X-Heddle-Trail, which names the first 100
   *     component calls behind them. Every call then goes through the router.
   */
  public record Trail(@DefaultValue("false") boolean enabled) {}

  /**
   * Micrometer observations of component calls.
   *
   * @param enabled Whether each component call is an observation named heddle.call, if the
   *     application has an ObservationRegistry. Every call then goes through the router.
   */
  public record Observation(@DefaultValue("false") boolean enabled) {}

  /**
   * Bounds on messages.
   *
   * @param maxMessageSize Longest request or response that is encoded or decoded, from 1B to 1GB.
   * @param maxDepth Deepest nesting of messages, from 1 to 1000; the request or response itself is
   *     the first level.
   * @param maxDigits Most digits of a BigDecimal or BigInteger, and largest absolute scale of a
   *     BigDecimal, from 1 to 1000000.
   */
  public record Wire(
      @DefaultValue("4MB") DataSize maxMessageSize,
      @DefaultValue("100") int maxDepth,
      @DefaultValue("10000") int maxDigits) {

    /** Checks the ranges. */
    public Wire {
      limits(maxMessageSize, maxDepth, maxDigits);
    }

    private static WireLimits limits(DataSize size, int depth, int digits) {
      return new WireLimits((int) Math.min(Integer.MAX_VALUE, size.toBytes()), depth, digits);
    }

    WireLimits limits() {
      return limits(maxMessageSize, maxDepth, maxDigits);
    }
  }

  /**
   * What components store under keys.
   *
   * @param backend Where it is kept: embedded (a file below heddle.data-directory), redis or
   *     postgresql.
   * @param checkAtStart Whether the application starts only when the server answers and keeps what
   *     it is given. If not, each call fails as long as it does not.
   */
  public record KeyValue(
      @DefaultValue("embedded") String backend, @DefaultValue("true") boolean checkAtStart) {}

  /**
   * What components store as blobs.
   *
   * @param backend Where they are kept: files (below heddle.data-directory) or s3.
   * @param checkAtStart Whether the application starts only when the server answers and takes
   *     blobs. If not, each call fails as long as it does not.
   * @param maxSize Longest blob that a component may store, from 1B to 1GB.
   */
  public record Blobs(
      @DefaultValue("files") String backend,
      @DefaultValue("true") boolean checkAtStart,
      @DefaultValue("64MB") DataSize maxSize) {
    /** Checks the range. */
    public Blobs {
      checkSize("heddle.blobs.max-size", maxSize);
    }
  }

  /**
   * Where components' secrets come from.
   *
   * @param directory Folder with a folder for each component that has secrets, and in it a file for
   *     each of them, as Kubernetes mounts them. Without one there are no files.
   * @param environmentPrefix With what the names of environment variables that hold secrets begin;
   *     then come the component's name, an underscore and the secret's name, in upper case and with
   *     underscores for dots and hyphens. A file wins over a variable.
   */
  public record Secrets(
      @Nullable Path directory, @DefaultValue("HEDDLE_SECRET_") String environmentPrefix) {
    /** Checks the form. */
    public Secrets {
      if (!environmentPrefix.matches("[A-Za-z_][A-Za-z0-9_]*")) {
        throw new IllegalArgumentException(
            "heddle.secrets.environment-prefix is '"
                + environmentPrefix
                + "'; it must be letters, digits and underscores and not begin with a digit");
      }
    }
  }

  /**
   * Bounds on components' HTTP calls.
   *
   * @param maxRequestSize Longest body of a request, from 1B to 1GB.
   * @param maxResponseSize Longest body of a response, from 1B to 1GB.
   * @param maxTimeout Longest timeout that a component may give a call.
   */
  public record Http(
      @DefaultValue("4MB") DataSize maxRequestSize,
      @DefaultValue("4MB") DataSize maxResponseSize,
      @DefaultValue("30s") Duration maxTimeout) {
    /** Checks the ranges. */
    public Http {
      checkSize("heddle.http.max-request-size", maxRequestSize);
      checkSize("heddle.http.max-response-size", maxResponseSize);
      checkDeadline("heddle.http.max-timeout", maxTimeout);
    }

    HttpLimits limits() {
      return new HttpLimits(maxRequestSize.toBytes(), maxResponseSize.toBytes(), maxTimeout);
    }
  }

  /**
   * What is configured for one component.
   *
   * @param placement Where its calls go: local, sandboxed or remote.
   * @param deadline How long a call to it may take; its caller then gets a
   *     ComponentTimeoutException. Each call runs on a virtual thread of its own.
   * @param implementation Which of its implementations runs, by its name or class name; none for a
   *     component that is to have none. Needed where there are several and none is primary.
   * @param maxReplicas In how many processes it may run at most; its implementation may declare
   *     fewer, not more.
   * @param togetherWith Names of components that are to be in the same processes as it.
   * @param apartFrom Names of components that are to be in no process with it.
   * @param onlyIn Processes that it may be in: their names, their heddle.scheduler.labels, or
   *     application for the application's own, which it then never leaves. Without any, all.
   * @param memory What it takes in each process that holds it; 16MB is taken where nobody says.
   * @param keyValue Where its values lie in the key-value store.
   * @param blobs Where its blobs lie in the blob store.
   * @param http What it may call by HTTP.
   * @param sandbox What runs for it inside the sandbox, and what its calls may use there, where
   *     that is not what every call may.
   * @param requiredSecrets Names of secrets without which the application does not start.
   * @param settings What the component's Settings capability shows, by key.
   */
  @ConfigurationPropertiesSource
  public record Component(
      @Nullable Placement placement,
      @Nullable Duration deadline,
      @Nullable String implementation,
      @Nullable Integer maxReplicas,
      @DefaultValue List<String> togetherWith,
      @DefaultValue List<String> apartFrom,
      @DefaultValue List<String> onlyIn,
      @Nullable DataSize memory,
      @DefaultValue Space keyValue,
      @DefaultValue Space blobs,
      @DefaultValue Http http,
      @DefaultValue @NestedConfigurationProperty SandboxOverrides sandbox,
      @DefaultValue List<String> requiredSecrets,
      @DefaultValue Map<String, String> settings) {
    /** Checks the range. */
    public Component {
      if (deadline != null) checkDeadline("a component's deadline", deadline);
      if (maxReplicas != null && maxReplicas < 1) {
        throw new IllegalArgumentException(
            "a component's max-replicas is " + maxReplicas + "; it must be at least 1");
      }
      if (memory != null && memory.toBytes() < 1) {
        throw new IllegalArgumentException(
            "a component's memory is " + memory + "; it must be 1B or more");
      }
    }

    PlacementRules rules(UnaryOperator<String> named) {
      return new PlacementRules(
          togetherWith.stream().map(named).collect(Collectors.toSet()),
          apartFrom.stream().map(named).collect(Collectors.toSet()),
          Set.copyOf(onlyIn),
          memory == null ? 0 : memory.toBytes());
    }

    /**
     * Where what a component keeps lies in a store.
     *
     * @param space Space that it shares with every component that names the same one: a letter,
     *     then letters, digits, _ or -, 64 characters at most. Without one it has a space of its
     *     own, named as the component is.
     */
    public record Space(@Nullable String space) {}

    /**
     * What a component may call by HTTP.
     *
     * @param allow Methods and hosts that it may call, such as GET|POST api.example.com; nothing
     *     else. * stands for all methods, *.example.com for all hosts below. A host means https at
     *     port 443; http://localhost:8080 says another scheme and port.
     * @param privateAddresses Whether hosts may have addresses of this machine or its network.
     */
    public record Http(
        @DefaultValue List<String> allow, @DefaultValue("false") boolean privateAddresses) {
      static final Http NONE = new Http(List.of(), false);

      /** Checks the rules. */
      public Http {
        GuardedHttpCaller.checkRules(allow);
      }
    }
  }

  private static void checkSize(String name, DataSize size) {
    if (size.toBytes() >= 1 && size.compareTo(DataSize.ofGigabytes(1)) <= 0) return;
    throw new IllegalArgumentException(name + " is " + size + "; it must be from 1B to 1GB");
  }

  private static void checkDeadline(String name, Duration deadline) {
    if (deadline.isPositive()) return;
    throw new IllegalArgumentException(name + " is " + deadline + "; it must be above zero");
  }
}
