package dev.heddle.component.capability;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link Settings}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class Settings_Stub implements Settings {
  private final Edge<Settings> edge;
  private final CallCounter getCounter;
  private final CallCounter allCounter;
  private volatile @Nullable Settings getUncounted;
  private volatile @Nullable Settings allUncounted;
  volatile @Nullable Settings local;

  Settings_Stub(Edge<Settings> edge) {
    this.edge = edge;
    this.getCounter = edge.counter(Settings_Descriptor.GET);
    this.allCounter = edge.counter(Settings_Descriptor.ALL);
  }

  void callUncounted(int method, @Nullable Settings local) {
    switch (method) {
      case 0 -> getUncounted = local;
      case 1 -> allUncounted = local;
      default -> throw new IllegalArgumentException("Settings has no method " + method);
    }
  }

  @Override
  public Optional<String> get(String key) {
    Settings local = getUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return getLeaving(key);
      }
      begun = getCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.get(key);
    } catch (Throwable undeclared) {
      throw getCounter.undeclared(undeclared);
    } finally {
      getCounter.end(begun);
    }
  }

  private Optional<String> getLeaving(String key) {
    try {
      return edge.call(new Get(key));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Settings.get does not declare", unexpected);
    }
  }

  @Override
  public Map<String, String> all() {
    Settings local = allUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return allLeaving();
      }
      begun = allCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.all();
    } catch (Throwable undeclared) {
      throw allCounter.undeclared(undeclared);
    } finally {
      allCounter.end(begun);
    }
  }

  private Map<String, String> allLeaving() {
    try {
      return edge.call(new All());
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Settings.all does not declare", unexpected);
    }
  }

  /** A call of {@code get}, which is also its request message. */
  record Get(String key) implements Invocation<Settings, Optional<String>> {

    @Override
    public MethodDescriptor method() {
      return Settings_Descriptor.GET;
    }

    @Override
    public Optional<String> invoke(Settings implementation) {
      return implementation.get(key);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Settings_Codec.writeGetRequest(request, this);
    }

    @Override
    public Optional<String> readResponse(ProtoReader response) {
      return Settings_Codec.readGetResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }

  /** A call of {@code all}, which is also its request message. */
  record All() implements Invocation<Settings, Map<String, String>> {

    @Override
    public MethodDescriptor method() {
      return Settings_Descriptor.ALL;
    }

    @Override
    public Map<String, String> invoke(Settings implementation) {
      return implementation.all();
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Settings_Codec.writeAllRequest(request, this);
    }

    @Override
    public Map<String, String> readResponse(ProtoReader response) {
      return Settings_Codec.readAllResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }
}
