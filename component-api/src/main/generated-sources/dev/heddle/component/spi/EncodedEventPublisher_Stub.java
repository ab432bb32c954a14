package dev.heddle.component.spi;

import dev.heddle.component.capability.EventPublishException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link EncodedEventPublisher}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class EncodedEventPublisher_Stub implements EncodedEventPublisher {
  private final Edge<EncodedEventPublisher> edge;
  private final CallCounter publishCounter;
  private volatile @Nullable EncodedEventPublisher publishUncounted;
  volatile @Nullable EncodedEventPublisher local;

  EncodedEventPublisher_Stub(Edge<EncodedEventPublisher> edge) {
    this.edge = edge;
    this.publishCounter = edge.counter(EncodedEventPublisher_Descriptor.PUBLISH);
  }

  void callUncounted(int method, @Nullable EncodedEventPublisher local) {
    switch (method) {
      case 0 -> publishUncounted = local;
      default -> throw new IllegalArgumentException(
          "EncodedEventPublisher has no method " + method);
    }
  }

  @Override
  public void publish(Optional<String> key, byte[] event) throws EventPublishException {
    EncodedEventPublisher local = publishUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        publishLeaving(key, event);
        return;
      }
      begun = publishCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.publish(key, event.clone());
      return;
    } catch (EventPublishException declared) {
      throw publishCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw publishCounter.undeclared(undeclared);
    } finally {
      publishCounter.end(begun);
    }
  }

  private void publishLeaving(Optional<String> key, byte[] event) throws EventPublishException {
    try {
      edge.call(new Publish(key, event));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError(
          "an edge threw what EncodedEventPublisher.publish does not declare", unexpected);
    }
  }

  /** A call of {@code publish}, which is also its request message. */
  record Publish(Optional<String> key, byte[] event)
      implements Invocation<EncodedEventPublisher, Void> {

    @Override
    public MethodDescriptor method() {
      return EncodedEventPublisher_Descriptor.PUBLISH;
    }

    @Override
    public Void invoke(EncodedEventPublisher implementation) throws EventPublishException {
      implementation.publish(key, event.clone());
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      EncodedEventPublisher_Codec.writePublishRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) throws EventPublishException {
      EncodedEventPublisher_Codec.readPublishResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof EventPublishException;
    }
  }
}
