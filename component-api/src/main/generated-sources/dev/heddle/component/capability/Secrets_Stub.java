package dev.heddle.component.capability;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link Secrets}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class Secrets_Stub implements Secrets {
  private final Edge<Secrets> edge;
  private final CallCounter getCounter;
  private volatile @Nullable Secrets getUncounted;
  volatile @Nullable Secrets local;

  Secrets_Stub(Edge<Secrets> edge) {
    this.edge = edge;
    this.getCounter = edge.counter(Secrets_Descriptor.GET);
  }

  void callUncounted(int method, @Nullable Secrets local) {
    switch (method) {
      case 0 -> getUncounted = local;
      default -> throw new IllegalArgumentException("Secrets has no method " + method);
    }
  }

  @Override
  public Optional<String> get(String name) throws SecretUnreadableException {
    Secrets local = getUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return getLeaving(name);
      }
      begun = getCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.get(name);
    } catch (SecretUnreadableException declared) {
      throw getCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw getCounter.undeclared(undeclared);
    } finally {
      getCounter.end(begun);
    }
  }

  private Optional<String> getLeaving(String name) throws SecretUnreadableException {
    try {
      return edge.call(new Get(name));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Secrets.get does not declare", unexpected);
    }
  }

  /** A call of {@code get}, which is also its request message. */
  record Get(String name) implements Invocation<Secrets, Optional<String>> {

    @Override
    public MethodDescriptor method() {
      return Secrets_Descriptor.GET;
    }

    @Override
    public Optional<String> invoke(Secrets implementation) throws SecretUnreadableException {
      return implementation.get(name);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Secrets_Codec.writeGetRequest(request, this);
    }

    @Override
    public Optional<String> readResponse(ProtoReader response) throws SecretUnreadableException {
      return Secrets_Codec.readGetResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof SecretUnreadableException;
    }
  }
}
