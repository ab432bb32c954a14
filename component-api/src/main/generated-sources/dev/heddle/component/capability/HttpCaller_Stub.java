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
 * The caller's side of {@link HttpCaller}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class HttpCaller_Stub implements HttpCaller {
  private final Edge<HttpCaller> edge;
  private final CallCounter callCounter;
  private volatile @Nullable HttpCaller callUncounted;
  volatile @Nullable HttpCaller local;

  HttpCaller_Stub(Edge<HttpCaller> edge) {
    this.edge = edge;
    this.callCounter = edge.counter(HttpCaller_Descriptor.CALL);
  }

  void callUncounted(int method, @Nullable HttpCaller local) {
    switch (method) {
      case 0 -> callUncounted = local;
      default -> throw new IllegalArgumentException("HttpCaller has no method " + method);
    }
  }

  @Override
  public HttpCaller.Response call(HttpCaller.Request request) throws HttpCallException {
    HttpCaller local = callUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return callLeaving(request);
      }
      begun = callCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.call(request);
    } catch (HttpCallException declared) {
      throw callCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw callCounter.undeclared(undeclared);
    } finally {
      callCounter.end(begun);
    }
  }

  private HttpCaller.Response callLeaving(HttpCaller.Request request) throws HttpCallException {
    try {
      return edge.call(new Call(request));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what HttpCaller.call does not declare", unexpected);
    }
  }

  /** A call of {@code call}, which is also its request message. */
  record Call(HttpCaller.Request request) implements Invocation<HttpCaller, HttpCaller.Response> {

    @Override
    public MethodDescriptor method() {
      return HttpCaller_Descriptor.CALL;
    }

    @Override
    public HttpCaller.Response invoke(HttpCaller implementation) throws HttpCallException {
      return implementation.call(request);
    }

    @Override
    public void writeRequest(ProtoWriter request2) {
      HttpCaller_Codec.writeCallRequest(request2, this);
    }

    @Override
    public HttpCaller.Response readResponse(ProtoReader response) throws HttpCallException {
      return HttpCaller_Codec.readCallResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof HttpCallException;
    }
  }
}
