package dev.heddle.component.capability;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link Log}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class Log_Skeleton implements Skeleton {
  private final Log implementation;

  Log_Skeleton(Log implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> log(request, response);
      case 1 -> debug(request, response);
      case 2 -> info(request, response);
      case 3 -> warn(request, response);
      case 4 -> error(request, response);
      default -> throw new MalformedMessageException("Log has no method " + method);
    }
  }

  private void log(ProtoReader request, ProtoWriter response) {
    Log_Stub.LogCall call = Log_Codec.readLogRequest(request);
    int size = response.size();
    try {
      call.invoke(implementation);
    } catch (Throwable undeclared) {
      fail("log", undeclared, size, response);
    }
  }

  private void debug(ProtoReader request, ProtoWriter response) {
    Log_Stub.Debug call = Log_Codec.readDebugRequest(request);
    int size = response.size();
    try {
      call.invoke(implementation);
    } catch (Throwable undeclared) {
      fail("debug", undeclared, size, response);
    }
  }

  private void info(ProtoReader request, ProtoWriter response) {
    Log_Stub.Info call = Log_Codec.readInfoRequest(request);
    int size = response.size();
    try {
      call.invoke(implementation);
    } catch (Throwable undeclared) {
      fail("info", undeclared, size, response);
    }
  }

  private void warn(ProtoReader request, ProtoWriter response) {
    Log_Stub.Warn call = Log_Codec.readWarnRequest(request);
    int size = response.size();
    try {
      call.invoke(implementation);
    } catch (Throwable undeclared) {
      fail("warn", undeclared, size, response);
    }
  }

  private void error(ProtoReader request, ProtoWriter response) {
    Log_Stub.Error call = Log_Codec.readErrorRequest(request);
    int size = response.size();
    try {
      call.invoke(implementation);
    } catch (Throwable undeclared) {
      fail("error", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("Log", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
