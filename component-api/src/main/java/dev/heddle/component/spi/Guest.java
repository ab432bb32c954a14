package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;

/** A component inside a sandbox, reached through bytes. For one thread at a time. */
public final class Guest {
  private final Skeleton skeleton;

  /** A guest that answers through a skeleton. */
  public Guest(Skeleton skeleton) {
    this.skeleton = skeleton;
  }

  /** Another component, every call of which leaves through the host. */
  public static <C> C component(GuestHost host, int target, ComponentDescriptor<C> descriptor) {
    return descriptor.stub(new GuestEdge<>(host, target, descriptor.name()));
  }

  /**
   * Answers one call.
   *
   * @param method index of the method
   * @param request the request message
   * @return the response message
   */
  public byte[] invoke(int method, byte[] request) {
    ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
    skeleton.invoke(method, new ProtoReader(request, WireLimits.DEFAULT), response);
    return response.toByteArray();
  }
}
