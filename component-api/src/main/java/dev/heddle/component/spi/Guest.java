package dev.heddle.component.spi;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.Settings;
import dev.heddle.component.capability.Settings_Descriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A component inside a sandbox, reached through bytes. For one thread at a time. */
public final class Guest {
  /** A writer that grew further is not kept. */
  private static final int KEPT_BYTES = 16_384;

  private final Skeleton skeleton;
  private ProtoWriter answers = new ProtoWriter(WireLimits.DEFAULT);
  private final Map<Integer, OutgoingMessages> opened = new HashMap<>();

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

  /** A capability; it lies in the host, as every other component does. */
  public static <C> C capability(GuestHost host, int target, ComponentDescriptor<C> descriptor) {
    return descriptor.stub(new CapabilityEdge<>(new GuestEdge<>(host, target, descriptor.name())));
  }

  /** The same, empty when the host has none. */
  public static <C> Optional<C> optionalCapability(
      GuestHost host, int target, ComponentDescriptor<C> descriptor) {
    return host.present(target)
        ? Optional.of(capability(host, target, descriptor))
        : Optional.empty();
  }

  /** The host's clock. */
  public static InstantSource clock(GuestHost host, int target) {
    return () -> {
      long nanos = host.instant(target);
      return Instant.ofEpochSecond(
          Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    };
  }

  /** The same, empty when the host grants none. */
  public static Optional<InstantSource> optionalClock(GuestHost host, int target) {
    return host.present(target) ? Optional.of(clock(host, target)) : Optional.empty();
  }

  /** Publishes events through the host. */
  public static <E> EventPublisher<E> publisher(
      GuestHost host, int target, EventDescriptor<E> event) {
    EncodedEventPublisher encoded =
        capability(host, target, new EncodedEventPublisher_Descriptor());
    return published -> {
      ProtoWriter out = new ProtoWriter(WireLimits.DEFAULT);
      event.write(published, out);
      encoded.publish(event.key(published), out.toByteArray());
    };
  }

  /** The component's settings. */
  public static <R> R settings(GuestHost host, int target, SettingsBinding<R> binding) {
    Settings settings = capability(host, target, new Settings_Descriptor());
    return binding.bind(new SettingValues(settings.all()));
  }

  /**
   * Answers one call.
   *
   * @param method index of the method
   * @param request the request message
   * @return the response message
   */
  public byte[] invoke(int method, byte[] request) {
    answers.reset();
    skeleton.invoke(method, new ProtoReader(request, WireLimits.DEFAULT), answers);
    byte[] response = answers.toByteArray();
    if (response.length > KEPT_BYTES) answers = new ProtoWriter(WireLimits.DEFAULT);
    return response;
  }

  /**
   * Begins to answer one call of a method with a stream.
   *
   * @param host sends the stream that the method takes
   * @param stream a number for the call, which no other open call has
   * @param method index of the method
   * @param request the message of the other arguments
   * @return the response message when the call has ended; empty when {@link #next} has more
   */
  public Optional<byte[]> open(GuestHost host, int stream, int method, byte[] request) {
    ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
    Optional<OutgoingMessages> returned =
        skeleton.open(
            method,
            new ProtoReader(request, WireLimits.DEFAULT),
            new GuestMessages(() -> host.next(stream), () -> host.close(stream)),
            response);
    if (returned.isEmpty()) return Optional.of(response.toByteArray());
    opened.put(stream, returned.orElseThrow());
    return Optional.empty();
  }

  /** The next message of the stream that a call returned, empty at the end. */
  public Optional<byte[]> next(int stream) {
    OutgoingMessages messages = opened.get(stream);
    ProtoWriter message = new ProtoWriter(WireLimits.DEFAULT);
    if (messages != null && messages.write(message)) return Optional.of(message.toByteArray());
    opened.remove(stream);
    return Optional.empty();
  }

  /** Asks for no more of the stream that a call returned. */
  public void close(int stream) {
    OutgoingMessages messages = opened.remove(stream);
    if (messages != null) messages.close();
  }
}
