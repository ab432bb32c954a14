package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.EventOrigin;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.ComponentException;
import dev.heddle.component.capability.Log_Descriptor;
import dev.heddle.component.spi.EncodedEventPublisher;
import dev.heddle.component.spi.EncodedEventPublisher_Descriptor;
import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.spi.Publication;
import dev.heddle.component.spi.Subscription;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.CartEvent.AllCleared;
import shop.CartEvent.Cleared;
import shop.CartEvent.Filled;

/** What the generated code of the shop's events does; each method is a test. */
public final class EventBehaviour {
  private static final UUID CART = new UUID(1, 2);
  private static final Filled FILLED =
      new Filled("ann", new Cart.LineItem("tea", 2, new Money("EUR", 3, 0)));
  private static final EventOrigin ORIGIN = new EventOrigin("1", "Cart", "r", Instant.EPOCH, 1);

  public void anEventIsReadAsItWasWritten() {
    CartEvent_Event descriptor = new CartEvent_Event();
    for (CartEvent event :
        List.of(FILLED, new Cleared(CART, Instant.EPOCH.plusNanos(5)), new AllCleared())) {
      assertThat(read(descriptor, write(descriptor, event))).isEqualTo(event);
    }
    Checked checked = new Checked("what", -1);
    assertThat(read(new Checked_Event(), write(new Checked_Event(), checked))).isEqualTo(checked);
  }

  public void refusesBytesThatAreNoEvent() {
    assertThatThrownBy(() -> read(new CartEvent_Event(), new byte[0]))
        .isInstanceOf(MalformedMessageException.class);
    byte[] nobody = {0x0a, 0};
    assertThatThrownBy(() -> read(new CartEvent_Event(), nobody))
        .isInstanceOf(MalformedMessageException.class);
  }

  public void theKeyIsThatOfTheRecord() {
    CartEvent_Event descriptor = new CartEvent_Event();
    assertThat(descriptor.key(FILLED)).contains("ann");
    assertThat(descriptor.key(new Cleared(CART, Instant.EPOCH))).contains(CART.toString());
    assertThat(descriptor.key(new AllCleared())).isEmpty();
    assertThat(new Checked_Event().key(new Checked("", 7))).contains("7");
  }

  public void anEventSaysWhatItIs() {
    CartEvent_Event named = new CartEvent_Event();
    assertThat(named.name()).isEqualTo("CartChanges");
    assertThat(named.shared()).isTrue();
    assertThat(named.type()).isEqualTo(CartEvent.class);
    Checked_Event plain = new Checked_Event();
    assertThat(plain.name()).isEqualTo("Checked");
    assertThat(plain.shared()).isFalse();
    assertThat(plain.messageName()).isEqualTo("shop.checked.Checked");
    assertThat(CartEvent.class.getClassLoader().getResource(named.protoResource())).isNotNull();
  }

  public void aComponentNamesItsSubscriptions() throws Exception {
    List<Subscription<Audit, ?>> subscriptions = new Audit_Descriptor().subscriptions();
    assertThat(subscriptions)
        .extracting(it -> it.method().name() + " " + it.event().name())
        .containsExactly("note CartChanges", "check Checked");
    assertThat(new Cart_Descriptor().subscriptions()).isEmpty();
  }

  public void aSubscriptionCallsItsMethod() throws Exception {
    List<Object> published = new ArrayList<>();
    LoggedAudit audit = new LoggedAudit((level, line) -> published.add(line), published::add);
    deliver(new Audit_Descriptor().subscriptions().get(0), audit, new AllCleared());
    assertThat(published).containsExactly("AllCleared[] of Cart", new Checked("note", 1));
    Subscription<Audit, ?> check = new Audit_Descriptor().subscriptions().get(1);
    assertThatThrownBy(() -> deliver(check, audit, new Checked("", 11)))
        .isInstanceOf(CartFull.class);
  }

  public void anImplementationNamesWhatItPublishes() {
    LoggedAudit_Implementation descriptor = new LoggedAudit_Implementation();
    assertThat(descriptor.publications())
        .extracting(Publication::parameter, it -> it.event().type())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, Checked.class));
    assertThat(descriptor.dependencies())
        .contains(new Dependency("checked", EventPublisher.class, Dependency.Kind.CAPABILITY));
    List<Object> published = new ArrayList<>();
    EventPublisher<Object> publisher = published::add;
    Audit audit =
        descriptor.create(
            new Dependencies() {
              @Override
              public <T> Optional<T> optional(int index, Class<T> type) {
                throw new AssertionError("everything is required");
              }

              @Override
              public <T> T get(int index, Class<T> type) {
                dev.heddle.component.capability.Log log = (level, line) -> {};
                return type.cast(index == 0 ? log : publisher);
              }
            });
    audit.note(new AllCleared(), ORIGIN);
    assertThat(published).containsExactly(new Checked("note", 1));
  }

  public void aGuestPublishesThroughItsHost() {
    List<Object> published = new ArrayList<>();
    noteInGuest((key, event) -> published.add(List.of(key, read(new Checked_Event(), event))));
    assertThat(published).containsExactly(List.of(Optional.of("1"), new Checked("note", 1)));
  }

  public void aGuestLearnsThatItsHostFindsAnArgumentWrong() {
    EncodedEventPublisher refusing =
        (key, event) -> {
          throw new IllegalArgumentException("too long");
        };
    assertThatThrownBy(() -> noteInGuest(refusing))
        .isInstanceOfSatisfying(
            ComponentException.class,
            seen -> {
              assertThat(seen.component()).isEqualTo("Audit");
              assertThat(seen.failure()).isEqualTo("java.lang.IllegalArgumentException");
              assertThat(seen.failureMessage()).isEqualTo("too long");
            });
  }

  private static void noteInGuest(EncodedEventPublisher publisher) {
    LoggedAudit_Guest.start(
        new Surroundings(
            new Log_Descriptor().skeleton((level, line) -> {}),
            new EncodedEventPublisher_Descriptor().skeleton(publisher)));
    Audit_Stub.Note note = new Audit_Stub.Note(new AllCleared(), ORIGIN);
    ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);
    note.writeRequest(request);
    byte[] response = LoggedAudit_Guest.invoke(note.method().index(), request.toByteArray());
    note.readResponse(new ProtoReader(response, WireLimits.DEFAULT));
  }

  @SuppressWarnings("unchecked")
  private static <E> void deliver(Subscription<Audit, E> subscription, Audit audit, Object event)
      throws Exception {
    subscription.handler().handle(audit, (E) event, ORIGIN);
  }

  private static <E> byte[] write(EventDescriptor<E> descriptor, E event) {
    ProtoWriter out = new ProtoWriter(WireLimits.DEFAULT);
    descriptor.write(event, out);
    return out.toByteArray();
  }

  private static <E> E read(EventDescriptor<E> descriptor, byte[] bytes) {
    return descriptor.read(new ProtoReader(bytes, WireLimits.DEFAULT));
  }
}
