package dev.heddle.wasm;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Guest;
import dev.heddle.component.spi.GuestHost;

/** Lets a test call a running module by the component's interface. */
record RunnerHost(GuestRunner guest) implements GuestHost {

  /** The component that a module is. */
  static Object component(GuestRunner guest, ClassLoader loader, String type) {
    try {
      ComponentDescriptor<?> descriptor =
          (ComponentDescriptor<?>)
              Class.forName(type + "_Descriptor", true, loader).getConstructor().newInstance();
      return Guest.component(new RunnerHost(guest), 0, descriptor);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public byte[] call(int target, int method, byte[] request) {
    return guest.invoke(method, request);
  }

  @Override
  public boolean present(int target) {
    return true;
  }

  @Override
  public long instant(int target) {
    throw new UnsupportedOperationException();
  }
}
