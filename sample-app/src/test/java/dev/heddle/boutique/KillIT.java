package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put into a cart is there after the process was killed. */
final class KillIT {
  private final ShopVisitor visitor = new ShopVisitor();

  @Test
  void keepsCartsWhenTheProcessIsKilled(@TempDir Path data) throws Exception {
    try (ShopProcess shop = ShopProcess.start(data)) {
      for (int i = 0; i < 3; i++) assertThat(visitor.add(shop)).isEqualTo(303);
      shop.kill();
    }
    try (ShopProcess shop = ShopProcess.start(data)) {
      assertThat(visitor.cart(shop)).contains("\"product_id\":\"6E92ZMYYFZ\",\"quantity\":12");
      assertThat(visitor.add(shop)).isEqualTo(303);
      shop.kill();
    }
    try (ShopProcess shop = ShopProcess.start(data)) {
      assertThat(visitor.cart(shop)).contains("\"quantity\":16");
    }
  }
}
