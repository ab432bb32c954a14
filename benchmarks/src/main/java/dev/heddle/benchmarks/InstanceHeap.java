package dev.heddle.benchmarks;

import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.sandbox.SharedSandboxFactory;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How much of the heap one instance of the basket keeps between calls. */
final class InstanceHeap {
  private static final int INSTANCES = 500;

  private InstanceHeap() {}

  /** Bytes an instance, by the difference that many of them make. */
  static long measure() {
    try (Sandbox sandbox = new SharedSandboxFactory().create()) {
      List<SandboxedComponent> components = new ArrayList<>();
      components.add(used(sandbox));
      long before = heap();
      for (int i = 0; i < INSTANCES; i++) components.add(used(sandbox));
      return (heap() - before) / INSTANCES;
    }
  }

  private static SandboxedComponent used(Sandbox sandbox) {
    SandboxedComponent component = Placed.sandboxed(sandbox, SandboxLimits.DEFAULT);
    byte[] response = component.invoke(Requests.BASKET.method(), Requests.BASKET.message());
    if (response.length == 0) throw new AssertionError("no response");
    return component;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
