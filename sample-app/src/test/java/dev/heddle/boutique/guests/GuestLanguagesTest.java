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
import dev.heddle.component.spi.Failures;
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
  private static final int CALLS = 200;
  private static final Map<String, String> RATES = Map.of("base", "301", "most", "2000");

  private static final byte[] QUOTE =
      HexFormat.of().parseHex("0a070a034d554710020a080a044d5547531003");
  private static final byte[] SHIP =
      HexFormat.of().parseHex("0a056f7264657212060a046e6f6e651a070a034d55471002");

  /** What the first language refused of what is cut or changed. */
  private static final List<Boolean> REFUSED = new ArrayList<>();

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
    try (ShippingGuest guest = new ShippingGuest(language.shipping(), language.fuel, RATES, log)) {
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
    for (int i = 0; i < 300; i++) assertThat(guest.shipping().quote(mugs).units()).isEqualTo(20);
    assertThat(guest.guest().figures().discarded().values()).containsOnly(0L);
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

  /** What is cut or changed is answered too, in each language alike, and ends no instance. */
  private static void answersWhateverItIsAsked(ShippingGuest guest) {
    long traps = discarded(guest, "trap");
    Random random = new Random(11);
    List<Boolean> refused = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      guest.guest().invoke(1, changed(SHIP, random));
      byte[] response = guest.guest().invoke(0, changed(QUOTE, random));
      refused.add(new ProtoReader(response, WireLimits.DEFAULT).tag() == Failures.TAG);
    }
    assertThat(discarded(guest, "trap")).isEqualTo(traps);
    assertThat(refused).contains(true, false);
    if (REFUSED.isEmpty()) REFUSED.addAll(refused);
    assertThat(refused).isEqualTo(REFUSED);
  }

  private static byte[] changed(byte[] message, Random random) {
    byte[] changed = Arrays.copyOf(message, random.nextInt(message.length + 1));
    for (int i = random.nextInt(3); i > 0 && changed.length > 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    return changed;
  }

  @Test
  void oneThatMisbehavesIsStoppedAndTheNextCallIsAnswered() {
    try (ShippingGuest guest =
        new ShippingGuest(GuestLanguage.misbehaving(), 40_000_000, RATES, log)) {
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
    StringBuilder order = new StringBuilder();
    for (int i = random.nextInt(1, 40); i > 0; i--)
      order.append("abzAZ09-_".charAt(random.nextInt(9)));
    try {
      return shipping.ship(order.toString(), ADDRESS, items(random));
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
