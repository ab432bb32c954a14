package dev.heddle.cli.schema;

import static dev.heddle.cli.schema.ComparisonTest.SHOP;
import static dev.heddle.cli.schema.ComparisonTest.compare;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a change meets, and how. */
class EffectsTest {

  @Test
  void tellsAChangeOfAValueOnceWithAllWhoMeetIt() {
    List<Change> changes =
        compare(
            "record Item(sku string, quantity int, price Money, note optional<string>)",
            "record Item(sku string, price Money, note optional<string>)");
    assertThat(changes).hasSize(2);
    Change moved = changes.getFirst();
    assertThat(moved.change()).isEqualTo("new numbers: price 3 -> 2, note 4 -> 3");
    assertThat(moved.callers()).containsExactly("CartCheckout", "outside gRPC clients");
    assertThat(moved.effects())
        .extracting(Change.Effect::direction)
        .containsExactlyInAnyOrder(Direction.values());
    assertThat(changes.getLast().change()).isEqualTo("is gone; its number 2 is now price's");
  }

  @Test
  void saysWhatAnExceptionBecomesForThoseWhoDoNotKnowIt() {
    assertThat(compare("Cart.clear(user string)", "Cart.clear(user string) throws Sold"))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.effects())
                    .containsExactly(
                        new Change.Effect(
                            Direction.OLD_CALLER_NEW_CALLEE,
                            Severity.BREAKING,
                            "it arrives as success")));
  }

  @Test
  void saysThatARemovedSubscriptionLosesEvents() {
    Schema before = Schemas.of(SHOP + "Ad.heard(changed Changed) on Changed\n");
    assertThat(Comparison.compare(before, Schemas.of(SHOP)))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.effects())
                    .extracting(Change.Effect::direction)
                    .containsExactly(Direction.STORED_DATA, Direction.OLD_CALLER_NEW_CALLEE));
  }

  @Test
  void namesTheReceiversOfAnEvent() {
    String heard = "Ad.heard(changed Changed) on Changed\n";
    assertThat(
            Comparison.compare(
                    Schemas.of(SHOP + heard),
                    Schemas.of((SHOP + heard).replace("event Changes = Changed\n", "")))
                .getFirst()
                .callers())
        .contains("Ad.heard");
  }
}
