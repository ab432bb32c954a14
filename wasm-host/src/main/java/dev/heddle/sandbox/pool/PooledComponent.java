package dev.heddle.sandbox.pool;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.sandbox.SandboxFigures;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import dev.heddle.sandbox.engine.CompiledModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A component in the sandbox: each call has an instance of its own while it runs. */
public final class PooledComponent implements SandboxedComponent {
  private final SandboxedComponentSpecification specification;
  private final CallFailures failures;
  private final InstancePool pool;
  private final Watchdog watchdog;
  private volatile boolean closed;

  /**
   * Makes the component and a first instance of it.
   *
   * @throws ComponentException when it cannot be constructed
   */
  public PooledComponent(
      SandboxedComponentSpecification specification, CompiledModule module, Watchdog watchdog) {
    this.specification = specification;
    this.failures = new CallFailures(specification.component(), specification.limits());
    this.watchdog = watchdog;
    Logger log = LoggerFactory.getLogger(specification.implementation().type());
    this.pool = new InstancePool(specification.limits(), failures, () -> instance(module, log));
    watchdog.watch(pool);
    pool.giveBack(pool.take(CallFailures.START));
  }

  private PooledInstance instance(CompiledModule module, Logger log) {
    GuestHostSide host =
        new GuestHostSide(specification.grants(), specification.limits(), failures, log);
    return new PooledInstance(module, specification.limits(), host, failures);
  }

  @Override
  public byte[] invoke(int method, byte[] request) {
    checkOpen(method);
    PooledInstance instance = pool.take(method);
    byte[] response;
    try {
      instance.begin(method);
      response = instance.run(method, guest -> guest.invoke(method, request));
      instance.endStreams(method);
    } catch (Throwable failure) {
      pool.discard(instance, reason(failure));
      instance.abandonStreams(failure);
      throw failure;
    }
    done(instance);
    return response;
  }

  @Override
  public GuestCall open(int method, byte[] request, OutgoingMessages requests) {
    checkOpen(method);
    return new StreamedCall(pool, pool.take(method), method).open(request, requests);
  }

  private void done(PooledInstance instance) {
    instance
        .end()
        .ifPresentOrElse(why -> pool.discard(instance, why), () -> pool.giveBack(instance));
  }

  static Discard reason(Throwable failure) {
    return switch (failure) {
      case ComponentLimitException _ -> Discard.LIMIT;
      case SandboxTrapException _ -> Discard.TRAP;
      case ComponentException _ -> Discard.STOPPED;
      default -> Discard.TRAP;
    };
  }

  private void checkOpen(int method) {
    if (!closed) return;
    throw new ComponentUnavailableException(
        specification.component().name(),
        specification.component().methods().get(method).name(),
        "its sandbox has been closed");
  }

  @Override
  public SandboxFigures figures() {
    return pool.figures();
  }

  @Override
  public void release() {
    pool.release();
  }

  @Override
  public void close() {
    closed = true;
    pool.close(specification.limits().wallClock());
    watchdog.forget(pool);
  }
}
