package dev.heddle.boutique.cartcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.boutique.MemoryStore;
import dev.heddle.boutique.values.LineItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DurableCartCacheTest {
  private static final List<LineItem> MUGS = List.of(new LineItem("MUG", 2));

  private final MemoryStore store = new MemoryStore();
  private final CartCache carts = new DurableCartCache(store);

  @Test
  void hasAnEmptyCartForAnybody() {
    assertThat(carts.get("ann")).isEqualTo(new StoredCart(0, List.of()));
    assertThat(store.everything()).isEmpty();
  }

  @Test
  void storesUnderTheNextVersion() {
    assertThat(carts.replace("ann", 0, MUGS)).isTrue();
    assertThat(carts.get("ann")).isEqualTo(new StoredCart(1, MUGS));
    assertThat(carts.get("bob").lines()).isEmpty();
  }

  @Test
  void refusesAChangeOfAnOldVersion() {
    carts.replace("ann", 0, MUGS);
    assertThat(carts.replace("ann", 0, List.of())).isFalse();
    assertThat(carts.get("ann").lines()).isEqualTo(MUGS);
  }

  @Test
  void seesWhatAnotherInstanceStored() {
    CartCache other = new DurableCartCache(store);
    carts.replace("ann", 0, MUGS);
    assertThat(carts.get("ann").lines()).isEqualTo(MUGS);
    assertThat(other.replace("ann", 1, List.of(new LineItem("JAR", 1)))).isTrue();
    assertThat(carts.get("ann")).isEqualTo(new StoredCart(2, List.of(new LineItem("JAR", 1))));
    assertThat(carts.replace("ann", 1, MUGS)).isFalse();
  }

  @Test
  void refusesAChangeWhenAnotherInstanceWasFaster() {
    CartCache other = new DurableCartCache(store);
    store.beforeNextWrite(() -> other.replace("ann", 0, MUGS));
    assertThat(carts.replace("ann", 0, List.of(new LineItem("JAR", 1)))).isFalse();
    assertThat(carts.get("ann").lines()).isEqualTo(MUGS);
  }

  @Test
  void keepsCountingAfterACartWasEmptied() {
    carts.replace("ann", 0, MUGS);
    carts.replace("ann", 1, List.of());
    assertThat(carts.get("ann")).isEqualTo(new StoredCart(2, List.of()));
  }

  @Test
  void refusesNamesThatAreNoUserIds() {
    assertThatThrownBy(() -> carts.get("../x")).hasMessageContaining("user id");
    assertThatThrownBy(() -> carts.get("")).hasMessageContaining("user id");
  }

  @Test
  void saysWhenAStoredCartIsUnreadable() {
    for (String stored : List.of("", "x", "1\nMUG", "1\nMUG x", "-1", "1\n 2"))
      assertThatThrownBy(() -> CartFormat.decode(stored.getBytes(StandardCharsets.UTF_8)))
          .as(stored)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("unreadable");
  }

  @Test
  void survivesMoreUsersThanItRemembers() {
    for (int i = 0; i < 10_100; i++) {
      carts.replace("user" + i, 0, MUGS);
      carts.get("user" + i);
    }
    assertThat(carts.get("user0").lines()).isEqualTo(MUGS);
  }
}
