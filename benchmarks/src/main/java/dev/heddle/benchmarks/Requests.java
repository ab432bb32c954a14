package dev.heddle.benchmarks;

import dev.heddle.benchmarks.basket.Basket;
import dev.heddle.benchmarks.basket.Basket_Descriptor;
import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.function.Consumer;

/** The messages that are measured, as stubs write them. */
enum Requests {
  /** Sixteen bytes there and back. */
  ECHO(0, basket -> basket.echo(new byte[16])),
  /** What twenty lines cost. */
  BASKET(1, basket -> basket.total(Basket.sample(), "DE", new Basket.Percent(10)));

  private final int method;
  private final byte[] message;

  Requests(int method, Consumer<Basket> call) {
    this.method = method;
    Written edge = new Written();
    try {
      call.accept(new Basket_Descriptor().stub(edge));
    } catch (Written.Enough _) {
      // The request has been written; nobody is there to answer it.
    }
    this.message = edge.request.toByteArray();
  }

  int method() {
    return method;
  }

  byte[] message() {
    return message;
  }

  /** Takes what a stub writes. */
  private static final class Written implements Edge<Basket> {
    private final ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);

    @Override
    public CallCounter counter(MethodDescriptor method) {
      return new CallCounter("Basket", method.name(), nanos -> {});
    }

    @Override
    public <R> R call(Invocation<Basket, R> invocation) {
      invocation.writeRequest(request);
      throw new Enough();
    }

    @Override
    public <R> R stream(StreamInvocation<Basket, R> invocation) {
      throw new UnsupportedOperationException();
    }

    private static final class Enough extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }
  }
}
