package dev.heddle.core;

import dev.heddle.component.spi.Guest;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.GuestHost;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.sandbox.GuestGrants;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxFigures;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the code that is meant for a sandbox on the Java virtual machine: bytes and grants are as
 * they are there, and nothing is bounded.
 */
public final class SkeletonSandbox implements Sandbox {
  final List<String> events = new ArrayList<>();

  @Override
  public boolean available(ImplementationDescriptor<?> implementation) {
    return !implementation.type().getSimpleName().equals("SteelVault");
  }

  @Override
  public SandboxedComponent open(SandboxedComponentSpecification specification) {
    String name = specification.component().name();
    String module = specification.module().map(own -> " as " + own.file().getFileName()).orElse("");
    events.add("open " + name + module);
    return new Component(name, specification);
  }

  @Override
  public void close() {
    events.add("close");
  }

  private final class Component implements SandboxedComponent {
    private final String name;
    private final Class<?> guest;
    private final Host host;
    private final AtomicInteger streams = new AtomicInteger();

    Component(String name, SandboxedComponentSpecification specification) {
      this.name = name;
      this.host = new Host(specification.grants());
      try {
        this.guest = Class.forName(specification.implementation().type().getName() + "_Guest");
      } catch (ClassNotFoundException missing) {
        throw new AssertionError(missing);
      }
      run("start", new Class<?>[] {GuestHost.class}, host);
    }

    @Override
    public byte[] invoke(int method, byte[] request) {
      // A guest is for one thread at a time, and this one has no others beside it.
      synchronized (guest) {
        return (byte[])
            run("invoke", new Class<?>[] {int.class, byte[].class}, method, request.clone());
      }
    }

    @Override
    @SuppressWarnings("unchecked")
    public GuestCall open(int method, byte[] request, OutgoingMessages requests) {
      int stream = streams.incrementAndGet();
      host.taken.put(stream, requests);
      Optional<byte[]> response =
          (Optional<byte[]>)
              run(
                  "open",
                  new Class<?>[] {GuestHost.class, int.class, int.class, byte[].class},
                  host,
                  stream,
                  method,
                  request);
      return new GuestCall() {
        @Override
        public Optional<byte[]> response() {
          return response;
        }

        @Override
        public Optional<byte[]> next() {
          return (Optional<byte[]>) run("next", new Class<?>[] {int.class}, stream);
        }

        @Override
        public void close() {
          run("close", new Class<?>[] {int.class}, stream);
        }
      };
    }

    @Override
    public SandboxFigures figures() {
      return new SandboxFigures(1, 5, Map.of("limit", 2L, "trap", 0L), 700, 90);
    }

    @Override
    public void release() {
      events.add("release " + name);
    }

    @Override
    public void close() {
      events.add("close " + name);
    }

    private Object run(String entry, Class<?>[] types, Object... arguments) {
      try {
        Method method = guest.getDeclaredMethod(entry, types);
        method.setAccessible(true);
        Object result = method.invoke(null, arguments);
        return result == null ? Guest.class : result;
      } catch (java.lang.reflect.InvocationTargetException thrown) {
        if (thrown.getCause() instanceof RuntimeException failure) throw failure;
        throw new AssertionError(thrown.getCause());
      } catch (ReflectiveOperationException missing) {
        throw new AssertionError(missing);
      }
    }
  }

  private static final class Host implements GuestHost {
    private final GuestGrants grants;
    private final Map<Integer, OutgoingMessages> taken = new HashMap<>();

    Host(GuestGrants grants) {
      this.grants = grants;
    }

    @Override
    public byte[] call(int target, int method, byte[] request) {
      return grants.call(target, method, request);
    }

    @Override
    public boolean present(int target) {
      return grants.present(target);
    }

    @Override
    public long instant(int target) {
      java.time.Instant now = grants.instant(target);
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
      return grants.open(target, method, request, requests);
    }

    @Override
    public Optional<byte[]> next(int stream) {
      ProtoWriter message = new ProtoWriter(WireLimits.DEFAULT);
      return taken.getOrDefault(stream, OutgoingMessages.NONE).write(message)
          ? Optional.of(message.toByteArray())
          : Optional.empty();
    }

    @Override
    public void close(int stream) {
      taken.getOrDefault(stream, OutgoingMessages.NONE).close();
    }
  }
}
