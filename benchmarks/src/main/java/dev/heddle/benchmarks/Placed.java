package dev.heddle.benchmarks;

import dev.heddle.benchmarks.basket.Basket_Descriptor;
import dev.heddle.benchmarks.basket.TaxedBasket_Implementation;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import dev.heddle.sandbox.SharedSandboxFactory;

/** Where the basket runs. All are handed bytes, and hand out bytes. */
public enum Placed {
  JVM {
    @Override
    Callee open() {
      Skeleton skeleton =
          new Basket_Descriptor().skeleton(new TaxedBasket_Implementation().create(new Nothing()));
      return (method, request) -> {
        ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
        skeleton.invoke(method, new ProtoReader(request, WireLimits.DEFAULT), response);
        return response.toByteArray();
      };
    }
  },
  /** On an instance that another call has used before. */
  SANDBOX {
    @Override
    Callee open() {
      return sandboxed(new SharedSandboxFactory().create(), SandboxLimits.DEFAULT)::invoke;
    }
  },
  /** Each call on an instance of its own. */
  FRESH {
    @Override
    Callee open() {
      SandboxLimits known = SandboxLimits.DEFAULT;
      SandboxLimits limits =
          new SandboxLimits(
              known.fuel(),
              known.allocation(),
              known.instanceAllocation(),
              known.wallClock(),
              known.stackDepth(),
              known.responseBytes(),
              known.hostCalls(),
              known.logBytes(),
              1,
              known.instances());
      return sandboxed(new SharedSandboxFactory().create(), limits)::invoke;
    }
  };

  static SandboxedComponent sandboxed(Sandbox sandbox, SandboxLimits limits) {
    return sandbox.open(
        new SandboxedComponentSpecification(
            new Basket_Descriptor(), new TaxedBasket_Implementation(), new Nothing(), limits));
  }

  /** Who answers a request message. */
  @FunctionalInterface
  public interface Callee {
    byte[] invoke(int method, byte[] request);
  }

  abstract Callee open();
}
