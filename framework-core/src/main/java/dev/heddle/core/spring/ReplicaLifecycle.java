package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.Transport;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes calls of other processes while the application runs. It begins when every component is
 * ready, and ends first, before anything that components use.
 */
final class ReplicaLifecycle implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaLifecycle.class);

  private final HeddleRuntime runtime;
  private final Transport transport;
  private final ReplicaAddress address;
  private final ReplicaProperties properties;
  private final ProcessIdentity identity;
  private volatile @Nullable ReplicaServer server;

  ReplicaLifecycle(
      HeddleRuntime runtime,
      Transport transport,
      ReplicaAddress address,
      ReplicaProperties properties,
      ProcessIdentity identity) {
    this.runtime = runtime;
    this.transport = transport;
    this.address = address;
    this.properties = properties;
    this.identity = identity;
  }

  @Override
  public void start() {
    ReplicaServer opened =
        transport.listen(
            address,
            runtime.incoming(
                identity,
                Set.copyOf(properties.components()),
                properties.grants() ? Granting.SHARED : Granting.NOTHING,
                properties.maxCalls()));
    server = opened;
    opened.ready();
    LOG.info("{} takes calls at {}", identity.process(), opened.address());
  }

  @Override
  public void stop() {
    ReplicaServer opened = server;
    server = null;
    if (opened == null) return;
    if (!opened.drain(properties.drain())) {
      LOG.warn("calls were cut off that had not ended within {}", properties.drain());
    }
    opened.close();
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
