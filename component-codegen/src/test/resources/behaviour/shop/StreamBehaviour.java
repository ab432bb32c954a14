package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.Guest;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.GuestHost;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Tests of streams: one component calls another, each in a sandbox that only bytes enter. */
public final class StreamBehaviour {
  private static final Money PRICE = new Money("EUR", 2, 0);

  /** Carries the streams of calls between two guests, as a host would between two sandboxes. */
  private static final class Host implements GuestHost {
    final Guest callee = new Guest(new Archive_Descriptor().skeleton(new PaperArchive()));
    final Map<Integer, OutgoingMessages> taken = new HashMap<>();
    final List<Integer> closed = new ArrayList<>();

    @Override
    public byte[] call(int target, int method, byte[] request) {
      return callee.invoke(method, request);
    }

    @Override
    public GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
      int stream = taken.size();
      taken.put(stream, requests);
      Optional<byte[]> response = callee.open(this, stream, method, request);
      return new GuestCall() {
        @Override
        public Optional<byte[]> response() {
          return response;
        }

        @Override
        public Optional<byte[]> next() {
          return callee.next(stream);
        }

        @Override
        public void close() {
          callee.close(stream);
        }
      };
    }

    @Override
    public Optional<byte[]> next(int stream) {
      ProtoWriter message = new ProtoWriter(WireLimits.DEFAULT);
      return taken.get(stream).write(message)
          ? Optional.of(message.toByteArray())
          : Optional.empty();
    }

    @Override
    public void close(int stream) {
      closed.add(stream);
      taken.get(stream).close();
    }

    @Override
    public boolean present(int target) {
      return true;
    }

    @Override
    public long instant(int target) {
      throw new AssertionError("nobody asks for the time");
    }
  }

  private final Host host = new Host();
  private final Archive archive = Guest.component(host, 0, new Archive_Descriptor());

  private static Cart.LineItem item(int quantity) {
    return new Cart.LineItem("tea", quantity, PRICE);
  }

  public void theOtherArgumentsGoBeforeTheStream() throws Exception {
    assertThat(archive.store("top", ValueStream.of(item(1), item(2)), true)).isEqualTo(2);
    assertThat(archive.size()).isEqualTo(2);
  }

  public void aDeclaredFailureOfTheCallComesFromIt() {
    assertThatThrownBy(() -> archive.carts("ann", -1)).isInstanceOf(CartFull.class);
    assertThatThrownBy(() -> archive.store("top", ValueStream.of(item(11), item(1)), true))
        .isInstanceOf(CartFull.class)
        .hasMessage("top");
  }

  public void elementsComeUntilTheEnd() throws Exception {
    try (ValueStream<Cart.CartView> carts = archive.carts("ann", 2)) {
      assertThat(carts.next().userId()).isEqualTo("ann");
      assertThat(carts.hasNext()).isTrue();
      carts.next();
      assertThat(carts.hasNext()).isFalse();
      assertThatThrownBy(carts::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  public void aDeclaredFailureComesInPlaceOfAnElement() throws Exception {
    ValueStream<Cart.CartView> carts = archive.carts("ann", 9);
    for (int i = 0; i < 3; i++) carts.next();
    assertThatThrownBy(carts::next)
        .isInstanceOf(CartFull.class)
        .satisfies(failure -> assertThat(((CartFull) failure).limit()).isEqualTo(3));
    assertThat(carts.hasNext()).isFalse();
  }

  public void anUndeclaredFailureOfTheCallersStreamReachesTheCallee() {
    ValueStream<Long> torn =
        ValueStream.generate(
            () -> {
              throw new IllegalStateException("torn");
            });
    assertThatThrownBy(() -> archive.forget(torn))
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("Archive.forget failed with java.lang.IllegalStateException: torn");
  }

  public void aStreamThatComesOutOfOneThatGoesInClosesItToo() {
    boolean[] closed = {false};
    ValueStream<List<String>> requests =
        ValueStream.from(List.of(List.of("a", "bb"), List.of("ccc")), () -> closed[0] = true);
    try (ValueStream<Map<String, Integer>> counts = archive.count(requests)) {
      assertThat(counts.next()).containsExactlyInAnyOrderEntriesOf(Map.of("a", 1, "bb", 2));
    }
    assertThat(closed[0]).isTrue();
    assertThat(host.closed).containsExactly(0);
  }

  public void descriptorsSayWhichSidesAreStreams() {
    assertThat(new Archive_Descriptor().methods())
        .extracting(MethodDescriptor::streams)
        .containsExactly(
            MethodDescriptor.Streams.RETURNED,
            MethodDescriptor.Streams.TAKEN,
            MethodDescriptor.Streams.TAKEN,
            MethodDescriptor.Streams.BOTH,
            MethodDescriptor.Streams.NONE);
  }

  public void theTwoKindsOfMethodsAreNotMixedUp() {
    ProtoReader empty = new ProtoReader(new byte[0], WireLimits.DEFAULT);
    ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
    assertThatThrownBy(() -> host.callee.invoke(0, new byte[0]))
        .isInstanceOf(MalformedMessageException.class);
    assertThatThrownBy(
            () ->
                new Archive_Descriptor()
                    .skeleton(new PaperArchive())
                    .open(4, empty, null, response))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("Archive has no method 4 with a stream");
  }

  public void theGeneratedEntryServesStreams() {
    PaperArchive_Guest.start(host);
    ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);
    request.int32(2, 1);
    assertThat(PaperArchive_Guest.open(host, 7, 0, request.toByteArray())).isEmpty();
    assertThat(PaperArchive_Guest.next(7)).isPresent();
    assertThat(PaperArchive_Guest.next(7)).isEmpty();
    PaperArchive_Guest.close(7);
  }
}
