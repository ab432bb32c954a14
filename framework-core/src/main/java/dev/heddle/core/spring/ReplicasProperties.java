package dev.heddle.core.spring;

import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The processes that components may be called in.
 *
 * @param addresses Where they listen, each as host:port or unix:/path. Without any, no component
 *     can be placed remote.
 * @param patience How long a call waits for a replica that takes it, if its deadline is no sooner.
 * @param attempts How often a call of an idempotent method is made at most when replicas are lost
 *     during it, from 1 to 10; other calls are made once.
 */
@ConfigurationProperties("heddle.replicas")
record ReplicasProperties(
    @DefaultValue List<String> addresses,
    @DefaultValue("5s") Duration patience,
    @DefaultValue("3") int attempts) {

  /** Checks the ranges. */
  ReplicasProperties {
    if (attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException(
          "heddle.replicas.attempts is " + attempts + "; it must be from 1 to 10");
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException(
          "heddle.replicas.patience is " + patience + "; it must not be negative");
    }
    addresses.forEach(ReplicaAddress::parse);
  }

  ReplicaOptions options() {
    return new ReplicaOptions(
        addresses.stream().map(ReplicaAddress::parse).toList(), patience, attempts);
  }
}
