package dev.heddle.component.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The generated metadata of one component, and the way to its generated classes. Immutable.
 *
 * @param <C> the component interface
 */
public interface ComponentDescriptor<C> {

  /** The component's name, unique in an application. */
  String name();

  /** The component interface. */
  Class<C> type();

  /** Full name of the service in the generated .proto. */
  String serviceName();

  /** Class path location of the generated .proto. */
  String protoResource();

  /** The component's methods; each stands at its own index. */
  List<MethodDescriptor> methods();

  /** A stub whose calls leave through {@code edge}. */
  C stub(Edge<C> edge);

  /**
   * Gives a stub an implementation that it may call directly, or takes it away, so that every call
   * leaves through the stub's edge. Takes effect for calls that begin afterwards on any thread.
   *
   * @param stub what {@link #stub} returned
   */
  void bind(C stub, @Nullable C local);

  /**
   * Gives a stub an implementation whose method at index {@code method} it may call without
   * counting, or takes it away. It comes before what {@link #bind} gave.
   */
  void callUncounted(C stub, int method, @Nullable C local);

  /** Carries calls that arrive as bytes to an implementation. */
  Skeleton skeleton(C implementation);

  /** The component's subscriptions, in the order of its methods. */
  default List<Subscription<C, ?>> subscriptions() {
    return List.of();
  }
}
