package dev.heddle.component.spi;

import dev.heddle.component.capability.Settings;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.Optional;

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

  /** The same, empty when the host has none. */
  public static <C> Optional<C> optionalComponent(
      GuestHost host, int target, ComponentDescriptor<C> descriptor) {
    return host.present(target)
        ? Optional.of(component(host, target, descriptor))
        : Optional.empty();
  }

  /** A capability, empty when the host has none. */
  public static <T> Optional<T> optionalCapability(GuestHost host, int target, Class<T> type) {
    return host.present(target) ? Optional.of(host.capability(target, type)) : Optional.empty();
  }

  /** The component's settings. */
  public static <R> R settings(GuestHost host, int target, SettingsBinding<R> binding) {
    return binding.bind(new SettingValues(host.capability(target, Settings.class).all()));
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
