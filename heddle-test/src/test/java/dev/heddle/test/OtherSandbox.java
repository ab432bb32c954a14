package dev.heddle.test;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxFigures;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import java.util.Map;
import java.util.Optional;

/** Where a component behaves as another object does. */
record OtherSandbox(Object behaviour) implements Sandbox {

  @Override
  public boolean available(ImplementationDescriptor<?> implementation) {
    return true;
  }

  @Override
  public SandboxedComponent open(SandboxedComponentSpecification specification) {
    return new Component(skeleton(specification.component()));
  }

  private <C> Skeleton skeleton(ComponentDescriptor<C> component) {
    return component.skeleton(component.type().cast(behaviour));
  }

  @Override
  public void close() {}

  private record Component(Skeleton skeleton) implements SandboxedComponent {
    @Override
    public byte[] invoke(int method, byte[] request) {
      ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
      skeleton.invoke(method, new ProtoReader(request, WireLimits.DEFAULT), response);
      return response.toByteArray();
    }

    @Override
    public GuestCall open(int method, byte[] request, OutgoingMessages requests) {
      ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
      Optional<OutgoingMessages> returned =
          skeleton.open(
              method, new ProtoReader(request, WireLimits.DEFAULT), new Passed(requests), response);
      return new Open(returned, response);
    }

    @Override
    public SandboxFigures figures() {
      return new SandboxFigures(1, 0, Map.of(), 0, 0);
    }

    @Override
    public void release() {}

    @Override
    public void close() {}
  }

  private static Optional<byte[]> next(OutgoingMessages messages) {
    ProtoWriter message = new ProtoWriter(WireLimits.DEFAULT);
    return messages.write(message) ? Optional.of(message.toByteArray()) : Optional.empty();
  }

  private record Passed(OutgoingMessages messages) implements IncomingMessages {
    @Override
    public Optional<ProtoReader> read() {
      return OtherSandbox.next(messages).map(it -> new ProtoReader(it, WireLimits.DEFAULT));
    }

    @Override
    public void close() {
      messages.close();
    }
  }

  private record Open(Optional<OutgoingMessages> returned, ProtoWriter written)
      implements GuestCall {
    @Override
    public Optional<byte[]> response() {
      return returned.isPresent() ? Optional.empty() : Optional.of(written.toByteArray());
    }

    @Override
    public Optional<byte[]> next() {
      return OtherSandbox.next(returned.orElseThrow());
    }

    @Override
    public void close() {
      returned.ifPresent(OutgoingMessages::close);
    }
  }
}
