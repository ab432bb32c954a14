package dev.heddle.component.capability;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link Log}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class Log_Stub implements Log {
  private final Edge<Log> edge;
  private final CallCounter logCounter;
  private final CallCounter debugCounter;
  private final CallCounter infoCounter;
  private final CallCounter warnCounter;
  private final CallCounter errorCounter;
  private volatile @Nullable Log logUncounted;
  private volatile @Nullable Log debugUncounted;
  private volatile @Nullable Log infoUncounted;
  private volatile @Nullable Log warnUncounted;
  private volatile @Nullable Log errorUncounted;
  volatile @Nullable Log local;

  Log_Stub(Edge<Log> edge) {
    this.edge = edge;
    this.logCounter = edge.counter(Log_Descriptor.LOG);
    this.debugCounter = edge.counter(Log_Descriptor.DEBUG);
    this.infoCounter = edge.counter(Log_Descriptor.INFO);
    this.warnCounter = edge.counter(Log_Descriptor.WARN);
    this.errorCounter = edge.counter(Log_Descriptor.ERROR);
  }

  void callUncounted(int method, @Nullable Log local) {
    switch (method) {
      case 0 -> logUncounted = local;
      case 1 -> debugUncounted = local;
      case 2 -> infoUncounted = local;
      case 3 -> warnUncounted = local;
      case 4 -> errorUncounted = local;
      default -> throw new IllegalArgumentException("Log has no method " + method);
    }
  }

  @Override
  public void log(Log.Level level, String message) {
    Log local = logUncounted;
    if (local == null) {
      logCounted(level, message);
      return;
    }
    try {
      local.log(level, message);
      return;
    } catch (Throwable undeclared) {
      throw logCounter.undeclared(undeclared);
    }
  }

  private void logCounted(Log.Level level, String message) {
    Log local = this.local;
    if (local != null) {
      long begun = logCounter.begin();
      try {
        local.log(level, message);
        return;
      } catch (Throwable undeclared) {
        throw logCounter.undeclared(undeclared);
      } finally {
        logCounter.end(begun);
      }
    }
    try {
      edge.call(new LogCall(level, message));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Log.log does not declare", unexpected);
    }
  }

  @Override
  public void debug(String message) {
    Log local = debugUncounted;
    if (local == null) {
      debugCounted(message);
      return;
    }
    try {
      local.debug(message);
      return;
    } catch (Throwable undeclared) {
      throw debugCounter.undeclared(undeclared);
    }
  }

  private void debugCounted(String message) {
    Log local = this.local;
    if (local != null) {
      long begun = debugCounter.begin();
      try {
        local.debug(message);
        return;
      } catch (Throwable undeclared) {
        throw debugCounter.undeclared(undeclared);
      } finally {
        debugCounter.end(begun);
      }
    }
    try {
      edge.call(new Debug(message));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Log.debug does not declare", unexpected);
    }
  }

  @Override
  public void info(String message) {
    Log local = infoUncounted;
    if (local == null) {
      infoCounted(message);
      return;
    }
    try {
      local.info(message);
      return;
    } catch (Throwable undeclared) {
      throw infoCounter.undeclared(undeclared);
    }
  }

  private void infoCounted(String message) {
    Log local = this.local;
    if (local != null) {
      long begun = infoCounter.begin();
      try {
        local.info(message);
        return;
      } catch (Throwable undeclared) {
        throw infoCounter.undeclared(undeclared);
      } finally {
        infoCounter.end(begun);
      }
    }
    try {
      edge.call(new Info(message));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Log.info does not declare", unexpected);
    }
  }

  @Override
  public void warn(String message) {
    Log local = warnUncounted;
    if (local == null) {
      warnCounted(message);
      return;
    }
    try {
      local.warn(message);
      return;
    } catch (Throwable undeclared) {
      throw warnCounter.undeclared(undeclared);
    }
  }

  private void warnCounted(String message) {
    Log local = this.local;
    if (local != null) {
      long begun = warnCounter.begin();
      try {
        local.warn(message);
        return;
      } catch (Throwable undeclared) {
        throw warnCounter.undeclared(undeclared);
      } finally {
        warnCounter.end(begun);
      }
    }
    try {
      edge.call(new Warn(message));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Log.warn does not declare", unexpected);
    }
  }

  @Override
  public void error(String message) {
    Log local = errorUncounted;
    if (local == null) {
      errorCounted(message);
      return;
    }
    try {
      local.error(message);
      return;
    } catch (Throwable undeclared) {
      throw errorCounter.undeclared(undeclared);
    }
  }

  private void errorCounted(String message) {
    Log local = this.local;
    if (local != null) {
      long begun = errorCounter.begin();
      try {
        local.error(message);
        return;
      } catch (Throwable undeclared) {
        throw errorCounter.undeclared(undeclared);
      } finally {
        errorCounter.end(begun);
      }
    }
    try {
      edge.call(new Error(message));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Log.error does not declare", unexpected);
    }
  }

  /** A call of {@code log}, which is also its request message. */
  record LogCall(Log.Level level, String message) implements Invocation<Log, Void> {

    @Override
    public MethodDescriptor method() {
      return Log_Descriptor.LOG;
    }

    @Override
    public Void invoke(Log implementation) {
      implementation.log(level, message);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Log_Codec.writeLogRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) {
      Log_Codec.readLogResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code debug}, which is also its request message. */
  record Debug(String message) implements Invocation<Log, Void> {

    @Override
    public MethodDescriptor method() {
      return Log_Descriptor.DEBUG;
    }

    @Override
    public Void invoke(Log implementation) {
      implementation.debug(message);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Log_Codec.writeDebugRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) {
      Log_Codec.readDebugResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code info}, which is also its request message. */
  record Info(String message) implements Invocation<Log, Void> {

    @Override
    public MethodDescriptor method() {
      return Log_Descriptor.INFO;
    }

    @Override
    public Void invoke(Log implementation) {
      implementation.info(message);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Log_Codec.writeInfoRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) {
      Log_Codec.readInfoResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code warn}, which is also its request message. */
  record Warn(String message) implements Invocation<Log, Void> {

    @Override
    public MethodDescriptor method() {
      return Log_Descriptor.WARN;
    }

    @Override
    public Void invoke(Log implementation) {
      implementation.warn(message);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Log_Codec.writeWarnRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) {
      Log_Codec.readWarnResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code error}, which is also its request message. */
  record Error(String message) implements Invocation<Log, Void> {

    @Override
    public MethodDescriptor method() {
      return Log_Descriptor.ERROR;
    }

    @Override
    public Void invoke(Log implementation) {
      implementation.error(message);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Log_Codec.writeErrorRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) {
      Log_Codec.readErrorResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }
}
