package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.EncodedEventPublisher;
import dev.heddle.component.spi.EncodedEventPublisher_Descriptor;
import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capability, under a name that no component has.
 *
 * @param name what processes call it among themselves
 * @param described how it travels
 */
record CapabilityDescriptor<C>(String name, ComponentDescriptor<C> described)
    implements ComponentDescriptor<C> {

  static <C> CapabilityDescriptor<C> of(ComponentDescriptor<C> capability) {
    return new CapabilityDescriptor<>("capability:" + capability.serviceName(), capability);
  }

  /** The grant to publish events of a type. */
  static CapabilityDescriptor<EncodedEventPublisher> publishing(EventDescriptor<?> event) {
    return new CapabilityDescriptor<>(
        "event:" + event.name(), new EncodedEventPublisher_Descriptor());
  }

  @Override
  public Class<C> type() {
    return described.type();
  }

  @Override
  public String serviceName() {
    return described.serviceName();
  }

  @Override
  public String protoResource() {
    return described.protoResource();
  }

  @Override
  public List<MethodDescriptor> methods() {
    return described.methods();
  }

  @Override
  public C stub(Edge<C> edge) {
    return described.stub(edge);
  }

  @Override
  public void bind(C stub, @Nullable C local) {
    described.bind(stub, local);
  }

  @Override
  public void callUncounted(C stub, int method, @Nullable C local) {
    described.callUncounted(stub, method, local);
  }

  @Override
  public Skeleton skeleton(C implementation) {
    return described.skeleton(implementation);
  }
}
