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
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        logLeaving(level, message);
        return;
      }
      begun = logCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.log(level, message);
      return;
    } catch (Throwable undeclared) {
      throw logCounter.undeclared(undeclared);
    } finally {
      logCounter.end(begun);
    }
  }

  private void logLeaving(Log.Level level, String message) {
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
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        debugLeaving(message);
        return;
      }
      begun = debugCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.debug(message);
      return;
    } catch (Throwable undeclared) {
      throw debugCounter.undeclared(undeclared);
    } finally {
      debugCounter.end(begun);
    }
  }

  private void debugLeaving(String message) {
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
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        infoLeaving(message);
        return;
      }
      begun = infoCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.info(message);
      return;
    } catch (Throwable undeclared) {
      throw infoCounter.undeclared(undeclared);
    } finally {
      infoCounter.end(begun);
    }
  }

  private void infoLeaving(String message) {
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
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        warnLeaving(message);
        return;
      }
      begun = warnCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.warn(message);
      return;
    } catch (Throwable undeclared) {
      throw warnCounter.undeclared(undeclared);
    } finally {
      warnCounter.end(begun);
    }
  }

  private void warnLeaving(String message) {
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
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        errorLeaving(message);
        return;
      }
      begun = errorCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.error(message);
      return;
    } catch (Throwable undeclared) {
      throw errorCounter.undeclared(undeclared);
    } finally {
      errorCounter.end(begun);
    }
  }

  private void errorLeaving(String message) {
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
