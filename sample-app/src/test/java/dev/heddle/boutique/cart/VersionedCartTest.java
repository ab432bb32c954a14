package dev.heddle.boutique.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.boutique.Together;
import dev.heddle.boutique.cartcache.CartCache;
import dev.heddle.boutique.cartcache.StoredCart;
import dev.heddle.boutique.values.LineItem;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class VersionedCartTest {
  private final OneCart stored = new OneCart();
  private final Cart cart = new VersionedCart(stored);

  @Test
  void addsALineAndThenToIt() throws Exception {
    cart.add("ann", new LineItem("MUG", 2));
    cart.add("ann", new LineItem("JAR", 1));
    CartView view = cart.add("ann", new LineItem("MUG", 3));
    assertThat(view.lines()).containsExactly(new LineItem("MUG", 5), new LineItem("JAR", 1));
    assertThat(cart.get("ann")).isEqualTo(view);
    assertThat(view.size()).isEqualTo(6);
  }

  @Test
  void refusesMoreThanTenAtATime() {
    assertThatThrownBy(() -> cart.add("ann", new LineItem("MUG", 11)))
        .isInstanceOfSatisfying(
            QuantityOutOfRange.class,
            bad -> {
              assertThat(bad.quantity()).isEqualTo(11);
              assertThat(bad.least()).isEqualTo(1);
              assertThat(bad.most()).isEqualTo(10);
            });
    assertThat(cart.get("ann").lines()).isEmpty();
  }

  @Test
  void holdsFiftyProductsAndNotOneMore() throws Exception {
    for (int i = 0; i < Cart.MOST_LINES; i++) cart.add("ann", new LineItem("P" + i, 1));
    assertThatThrownBy(() -> cart.add("ann", new LineItem("P50", 1))).isInstanceOf(CartFull.class);
    assertThat(cart.add("ann", new LineItem("P0", 1)).size()).isEqualTo(51);
  }

  @Test
  void holdsNineHundredNinetyNineOfAProduct() throws Exception {
    stored.replace("ann", 0, List.of(new LineItem("MUG", 995)));
    cart.add("ann", new LineItem("MUG", 4));
    assertThatThrownBy(() -> cart.add("ann", new LineItem("MUG", 1))).isInstanceOf(CartFull.class);
  }

  @Test
  void losesNoneOfManyAdditionsAtOnce() throws Exception {
    Together.run(
        16,
        () -> {
          for (int i = 0; i < 25; i++) cart.add("ann", new LineItem("MUG", 2));
          return true;
        });
    assertThat(cart.get("ann").lines()).containsExactly(new LineItem("MUG", 800));
  }

  @Test
  void keepsWhatSomebodyElseAddedMeanwhile() throws Exception {
    stored.afterNextRead(() -> stored.replace("ann", 0, List.of(new LineItem("JAR", 1))));
    CartView view = cart.add("ann", new LineItem("MUG", 2));
    assertThat(view.lines()).containsExactly(new LineItem("JAR", 1), new LineItem("MUG", 2));
    assertThat(cart.get("ann")).isEqualTo(view);
  }

  @Test
  void takesOutWhatSomebodyElseAddedMeanwhile() throws Exception {
    cart.add("ann", new LineItem("MUG", 2));
    stored.afterNextRead(() -> stored.replace("ann", 1, List.of(new LineItem("JAR", 1))));
    cart.empty("ann");
    assertThat(cart.get("ann").lines()).isEmpty();
  }

  @Test
  void emptiesACartAndAnEmptyOneToo() throws Exception {
    cart.add("ann", new LineItem("MUG", 2));
    cart.empty("ann");
    cart.empty("ann");
    assertThat(cart.get("ann").lines()).isEmpty();
    assertThat(stored.get("ann").version()).isEqualTo(2);
  }

  /** Everybody's cart in one reference. */
  private static final class OneCart implements CartCache {
    private final AtomicReference<StoredCart> cart =
        new AtomicReference<>(new StoredCart(0, List.of()));
    private final AtomicReference<Runnable> rival = new AtomicReference<>(() -> {});

    /** Lets somebody else act once, just after the next read. */
    void afterNextRead(Runnable action) {
      rival.set(action);
    }

    @Override
    public StoredCart get(String userId) {
      StoredCart read = cart.get();
      rival.getAndSet(() -> {}).run();
      return read;
    }

    @Override
    public boolean replace(String userId, long expectedVersion, List<LineItem> lines) {
      StoredCart current = cart.get();
      return current.version() == expectedVersion
          && cart.compareAndSet(current, new StoredCart(expectedVersion + 1, lines));
    }
  }
}
