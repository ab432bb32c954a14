package dev.heddle.sandbox;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.core.sandbox.GuestGrants;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component as far as a sandbox looks at it. */
public interface Probe {

  /** Its implementation, whose module a test provides. */
  final class Implementation implements Probe {}

  /** What a sandbox is told of it. */
  static SandboxedComponentSpecification specification(GuestGrants grants, SandboxLimits limits) {
    return specification(Implementation.class, grants, limits);
  }

  /** The same, for the implementation as another class loader knows it. */
  static SandboxedComponentSpecification specification(
      Class<? extends Probe> type, GuestGrants grants, SandboxLimits limits) {
    return new SandboxedComponentSpecification(
        new Component(), new ImplementationOf(type), grants, limits, Optional.empty());
  }

  /** Describes the implementation. */
  record ImplementationOf(Class<? extends Probe> type) implements ImplementationDescriptor<Probe> {
    @Override
    public Class<Probe> component() {
      return Probe.class;
    }

    @Override
    public Runtime runtime() {
      return Runtime.WASM;
    }

    @Override
    public List<Dependency> dependencies() {
      return List.of();
    }

    @Override
    public Probe create(Dependencies dependencies) {
      return new Implementation();
    }
  }

  /** Describes the component. */
  final class Component implements ComponentDescriptor<Probe> {
    @Override
    public String name() {
      return "Probe";
    }

    @Override
    public Class<Probe> type() {
      return Probe.class;
    }

    @Override
    public String serviceName() {
      return "probe.Probe";
    }

    @Override
    public String protoResource() {
      return "";
    }

    @Override
    public List<MethodDescriptor> methods() {
      return List.of(new MethodDescriptor(0, "ask", "Ask", false, false));
    }

    @Override
    public Probe stub(Edge<Probe> edge) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void bind(Probe stub, @Nullable Probe local) {}

    @Override
    public void callUncounted(Probe stub, int method, @Nullable Probe local) {}

    @Override
    public Skeleton skeleton(Probe implementation) {
      throw new UnsupportedOperationException();
    }
  }
}
