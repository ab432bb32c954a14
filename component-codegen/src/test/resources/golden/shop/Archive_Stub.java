package shop;

import static dev.heddle.component.wire.InvalidValueException.present;

import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.DecodedStream;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.EncodedStream;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.spi.StreamWrapper;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link Archive}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class Archive_Stub implements Archive {
  private final Edge<Archive> edge;
  private final CallCounter sizeCounter;
  private volatile @Nullable Archive sizeUncounted;
  volatile @Nullable Archive local;

  Archive_Stub(Edge<Archive> edge) {
    this.edge = edge;
    this.sizeCounter = edge.counter(Archive_Descriptor.SIZE);
  }

  void callUncounted(int method, @Nullable Archive local) {
    switch (method) {
      case 4 -> sizeUncounted = local;
      case 0, 1, 2, 3 -> {} // Calls with streams are always counted.
      default -> throw new IllegalArgumentException("Archive has no method " + method);
    }
  }

  @Override
  public ValueStream<Cart.CartView> carts(String userId, int limit) throws CartFull {
    try {
      return edge.stream(new Carts(userId, limit));
    } catch (CartFull | RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Archive.carts does not declare", unexpected);
    }
  }

  @Override
  public int store(String shelf, ValueStream<Cart.LineItem> items, boolean sorted) throws CartFull {
    try {
      return edge.stream(new Store(shelf, items, sorted));
    } catch (CartFull | RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Archive.store does not declare", unexpected);
    }
  }

  @Override
  public void forget(ValueStream<Long> ids) {
    try {
      edge.stream(new Forget(ids));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Archive.forget does not declare", unexpected);
    }
  }

  @Override
  public ValueStream<Map<String, Integer>> count(ValueStream<List<String>> requests) {
    try {
      return edge.stream(new Count(requests));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Archive.count does not declare", unexpected);
    }
  }

  @Override
  public long size() {
    Archive local = sizeUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return sizeLeaving();
      }
      begun = sizeCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.size();
    } catch (Throwable undeclared) {
      throw sizeCounter.undeclared(undeclared);
    } finally {
      sizeCounter.end(begun);
    }
  }

  private long sizeLeaving() {
    try {
      return edge.call(new Size());
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what Archive.size does not declare", unexpected);
    }
  }

  /** A call of {@code carts}, which is also its request message. */
  record Carts(String userId, int limit)
      implements StreamInvocation<Archive, ValueStream<Cart.CartView>> {

    @Override
    public MethodDescriptor method() {
      return Archive_Descriptor.CARTS;
    }

    @Override
    public ValueStream<Cart.CartView> invoke(Archive implementation) throws CartFull {
      return implementation.carts(userId, limit);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Archive_Codec.writeCartsRequest(request, this);
    }

    @Override
    public ValueStream<Cart.CartView> readResponse(ProtoReader response) throws CartFull {
      Archive_Codec.readCartsResponse(response);
      throw new MalformedMessageException("Archive.carts ended in no failure");
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof CartFull;
    }

    @Override
    public String routingKey() {
      return present(userId, "Archive.carts(userId)");
    }

    @Override
    public ValueStream<Cart.CartView> giving(
        ValueStream<Cart.CartView> result, StreamWrapper wrapper) {
      return wrapper.wrap(result);
    }

    @Override
    public ValueStream<Cart.CartView> responses(IncomingMessages messages) {
      return DecodedStream.of(messages, Archive_Codec.CARTS_RESPONSES);
    }
  }

  /** A call of {@code store}, which is also its request message. */
  record Store(String shelf, ValueStream<Cart.LineItem> items, boolean sorted)
      implements StreamInvocation<Archive, Integer> {

    @Override
    public MethodDescriptor method() {
      return Archive_Descriptor.STORE;
    }

    @Override
    public Integer invoke(Archive implementation) throws CartFull {
      return implementation.store(shelf, items, sorted);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Archive_Codec.writeStoreRequest(request, this);
    }

    @Override
    public Integer readResponse(ProtoReader response) throws CartFull {
      return Archive_Codec.readStoreResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof CartFull;
    }

    @Override
    public StreamInvocation<Archive, Integer> taking(StreamWrapper wrapper) {
      return new Store(shelf, wrapper.wrap(items), sorted);
    }

    @Override
    public OutgoingMessages requests() {
      return new EncodedStream<>(items, Archive_Codec.STORE_REQUESTS);
    }
  }

  /** A call of {@code forget}, which is also its request message. */
  record Forget(ValueStream<Long> ids) implements StreamInvocation<Archive, Void> {

    @Override
    public MethodDescriptor method() {
      return Archive_Descriptor.FORGET;
    }

    @Override
    public Void invoke(Archive implementation) {
      implementation.forget(ids);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Archive_Codec.writeForgetRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) {
      Archive_Codec.readForgetResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }

    @Override
    public StreamInvocation<Archive, Void> taking(StreamWrapper wrapper) {
      return new Forget(wrapper.wrap(ids));
    }

    @Override
    public OutgoingMessages requests() {
      return new EncodedStream<>(ids, Archive_Codec.FORGET_REQUESTS);
    }
  }

  /** A call of {@code count}, which is also its request message. */
  record Count(ValueStream<List<String>> requestsArgument)
      implements StreamInvocation<Archive, ValueStream<Map<String, Integer>>> {

    @Override
    public MethodDescriptor method() {
      return Archive_Descriptor.COUNT;
    }

    @Override
    public ValueStream<Map<String, Integer>> invoke(Archive implementation) {
      return implementation.count(requestsArgument);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Archive_Codec.writeCountRequest(request, this);
    }

    @Override
    public ValueStream<Map<String, Integer>> readResponse(ProtoReader response) {
      Archive_Codec.readCountResponse(response);
      throw new MalformedMessageException("Archive.count ended in no failure");
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }

    @Override
    public StreamInvocation<Archive, ValueStream<Map<String, Integer>>> taking(
        StreamWrapper wrapper) {
      return new Count(wrapper.wrap(requestsArgument));
    }

    @Override
    public OutgoingMessages requests() {
      return new EncodedStream<>(requestsArgument, Archive_Codec.COUNT_REQUESTS);
    }

    @Override
    public ValueStream<Map<String, Integer>> giving(
        ValueStream<Map<String, Integer>> result, StreamWrapper wrapper) {
      return wrapper.wrap(result);
    }

    @Override
    public ValueStream<Map<String, Integer>> responses(IncomingMessages messages) {
      return DecodedStream.of(messages, Archive_Codec.COUNT_RESPONSES);
    }
  }

  /** A call of {@code size}, which is also its request message. */
  record Size() implements Invocation<Archive, Long> {

    @Override
    public MethodDescriptor method() {
      return Archive_Descriptor.SIZE;
    }

    @Override
    public Long invoke(Archive implementation) {
      return implementation.size();
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      Archive_Codec.writeSizeRequest(request, this);
    }

    @Override
    public Long readResponse(ProtoReader response) {
      return Archive_Codec.readSizeResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return false;
    }
  }
}
