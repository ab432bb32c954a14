package dev.heddle.boutique.guests;

import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.Settings;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.capability.MapSettings;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import dev.heddle.core.sandbox.SuppliedModule;
import dev.heddle.sandbox.SharedSandboxFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An application of Shipping alone, with a module that can take the implementation's place. */
final class ShippingGuest implements AutoCloseable {
  final HeddleRuntime runtime;
  private final Opened sandbox = new Opened(new SharedSandboxFactory().create());

  ShippingGuest(Path module, long fuel, Map<String, String> settings, Log log) {
    ComponentOptions options =
        ComponentOptions.NONE
            .withModule(SuppliedModule.of(module))
            .withSandbox(limits(fuel))
            .withSettings(settings);
    runtime =
        HeddleRuntime.builder(catalog())
            .options(RuntimeOptions.DEFAULT.withComponents(Map.of("Shipping", options)))
            .capability(Log.class, component -> log)
            .capability(Settings.class, component -> new MapSettings(settings))
            .sandbox(sandbox)
            .build();
    runtime.start();
  }

  private static SandboxLimits limits(long fuel) {
    return new SandboxLimits(
        fuel, 16 << 20, 64 << 20, Duration.ofSeconds(10), 200, 4 << 20, 10, 64 << 10, 100_000, 2);
  }

  private static ComponentCatalog catalog() {
    ComponentCatalog all = ComponentCatalog.discover(ShippingGuest.class.getClassLoader());
    return new ComponentCatalog(
        all.components().stream().filter(each -> each.type() == Shipping.class).toList(),
        all.implementations().stream()
            .filter(each -> each.component() == Shipping.class)
            .<ImplementationDescriptor<?>>map(each -> each)
            .toList());
  }

  Shipping shipping() {
    return runtime.component("Test", Shipping.class);
  }

  /** The guest itself, which answers messages. */
  SandboxedComponent guest() {
    return sandbox.opened.getLast();
  }

  @Override
  public void close() {
    runtime.close();
  }

  /** A sandbox that remembers what it opened. */
  private static final class Opened implements Sandbox {
    private final Sandbox sandbox;
    private final List<SandboxedComponent> opened = new ArrayList<>();

    Opened(Sandbox sandbox) {
      this.sandbox = sandbox;
    }

    @Override
    public boolean available(ImplementationDescriptor<?> implementation) {
      return sandbox.available(implementation);
    }

    @Override
    public SandboxedComponent open(SandboxedComponentSpecification specification) {
      SandboxedComponent component = sandbox.open(specification);
      opened.add(component);
      return component;
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }
}
