package dev.heddle.boutique.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.capability.Log;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each worked guest does what the implementation in Java does, and is held as that is. */
final class GuestLanguagesTest {
  private static final Address ADDRESS = new Address("Kaï ✓ 1", "10115", "Łódź", "", "PL");
  private static final int CALLS = 300;
  private static final Map<String, String> RATES = Map.of("base", "301", "most", "2000");

  private final List<String> lines = new ArrayList<>();
  private boolean full;
  private final Log log =
      (level, line) -> {
        if (full) throw new IllegalStateException("the log is full");
        lines.add(level + " " + line);
      };

  @ParameterizedTest
  @EnumSource
  void itAnswersAndLogsAsTheOneInJavaDoes(GuestLanguage language) {
    try (ShippingGuest guest = new ShippingGuest(language.shipping(), RATES, log)) {
      List<String> inJava = outcomes(guest.shipping());
      guest.runtime.place("Shipping", Placement.SANDBOXED, "to be compared");
      assertThat(outcomes(guest.shipping())).isEqualTo(inJava);
      assertThat(guest.guest().figures().calls()).isEqualTo(2 * CALLS);

      collectsItsGarbage(guest);
      isHeld(guest);
      answersWhateverItIsAsked(guest);
    }
  }

  /**
   * Requests of more bytes than an instance may have at a time are answered by one and the same.
   */
  private static void collectsItsGarbage(ShippingGuest guest) {
    List<LineItem> mugs = Collections.nCopies(2_000, new LineItem("MUG", 1));
    for (int i = 0; i < 1_000; i++) assertThat(guest.shipping().quote(mugs).units()).isEqualTo(20);
    assertThat(guest.guest().figures().discarded()).isEmpty();
  }

  /** Limits hold, failures pass, and calls afterwards are as before. */
  private void isHeld(ShippingGuest guest) {
    Shipping shipping = guest.shipping();
    List<LineItem> mug = List.of(new LineItem("MUG", 1));
    List<LineItem> mugs = Collections.nCopies(400_000, mug.getFirst());
    ComponentLimitException limit =
        catchThrowableOfType(ComponentLimitException.class, () -> shipping.quote(mugs));
    assertThat(limit.limit()).isEqualTo("fuel");
    assertThat(limit.method()).isEqualTo("quote");

    full = true;
    assertThatThrownBy(() -> shipping.ship("order", ADDRESS, mug))
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("the log is full");
    full = false;
    assertThat(failure(guest, 7, new byte[0])).contains("Shipping");
    assertThat(discarded(guest, "trap")).isEqualTo(1);
    assertThat(shipping.quote(mug).units()).isEqualTo(3);
    assertThat(shipping.ship("order", ADDRESS, mug)).startsWith("HB-ORDER-");
  }

  /** A message that is cut or changed has an answer too, and never ends an instance. */
  private static void answersWhateverItIsAsked(ShippingGuest guest) {
    long traps = discarded(guest, "trap");
    byte[] ship =
        HexFormat.of()
            .parseHex("0a076f726465722d31120612046e6f6e651a070a034d554710021a0508e8073005");
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      byte[] message = Arrays.copyOf(ship, random.nextInt(ship.length + 1));
      for (int change = random.nextInt(4); change > 0 && message.length > 0; change--) {
        message[random.nextInt(message.length)] = (byte) random.nextInt();
      }
      byte[] response = guest.guest().invoke(i % 2, message);
      assertThat(new ProtoReader(response, WireLimits.DEFAULT).tag()).isNotZero();
    }
    assertThat(discarded(guest, "trap")).isEqualTo(traps);
  }

  @Test
  void oneThatMisbehavesIsStoppedAndTheNextCallIsAnswered() {
    try (ShippingGuest guest = new ShippingGuest(GuestLanguage.misbehaving(), RATES, log)) {
      guest.runtime.place("Shipping", Placement.SANDBOXED, "to see");
      assertThat(failure(guest, 'l')).contains("fuel");
      assertThat(failure(guest, 'm')).contains("allocation");
      assertThat(failure(guest, 'd')).contains("stack-depth");
      assertThat(failure(guest, 't')).contains("unreachable");
      assertThat(failure(guest, 'o')).contains("outside of its memory");
      assertThat(failure(guest, 'h')).contains("response-size");
      assertThat(guest.guest().invoke(0, new byte[] {1, 2})).containsExactly(1, 2);
      guest.runtime.place("Shipping", Placement.LOCAL, "enough");
      assertThat(guest.shipping().quote(List.of()).units()).isZero();
    }
  }

  private static String failure(ShippingGuest guest, char wish) {
    return failure(guest, 0, new byte[] {(byte) wish});
  }

  private static String failure(ShippingGuest guest, int method, byte[] request) {
    ComponentException failure =
        catchThrowableOfType(ComponentException.class, () -> guest.guest().invoke(method, request));
    return String.valueOf(failure.getMessage());
  }

  private static long discarded(ShippingGuest guest, String reason) {
    return guest.guest().figures().discarded().getOrDefault(reason, 0L);
  }

  private List<String> outcomes(Shipping shipping) {
    Random random = new Random(7);
    lines.clear();
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      outcomes.add(shipping.quote(items(random)).toString());
      outcomes.add(shipped(shipping, random));
    }
    outcomes.addAll(lines);
    return outcomes;
  }

  private static String shipped(Shipping shipping, Random random) {
    String order =
        random
            .ints(random.nextInt(40), '!', '~')
            .mapToObj(Character::toString)
            .reduce("", String::concat);
    try {
      return shipping.ship(order, ADDRESS, items(random));
    } catch (ComponentException failure) {
      return failure.component() + "." + failure.method() + ": " + failure.failureMessage();
    }
  }

  private static List<LineItem> items(Random random) {
    return IntStream.range(0, random.nextInt(30))
        .mapToObj(
            i ->
                new LineItem(
                    "P" + random.nextInt(), 1 + random.nextInt(random.nextInt(5) == 0 ? 999 : 3)))
        .toList();
  }
}
