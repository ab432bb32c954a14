package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component that is only talked about. */
record DescribedComponent<C>(String name, Class<C> type) implements ComponentDescriptor<C> {
  @Override
  public String serviceName() {
    return name;
  }

  @Override
  public String protoResource() {
    return name;
  }

  @Override
  public List<MethodDescriptor> methods() {
    return List.of();
  }

  @Override
  public C stub(Edge<C> edge) {
    throw new AssertionError("nothing is called while it is checked");
  }

  @Override
  public void bind(C stub, @Nullable C local) {}

  @Override
  public void callUncounted(C stub, int method, @Nullable C local) {}

  @Override
  public Skeleton skeleton(C implementation) {
    throw new AssertionError("nothing is called while it is checked");
  }
}
