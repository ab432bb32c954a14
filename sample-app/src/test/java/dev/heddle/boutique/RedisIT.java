package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.conformance.server.RedisServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop keeps its carts in Redis when its configuration says so, and nothing else changes. */
final class RedisIT {
  private final ShopVisitor visitor = new ShopVisitor();

  @Test
  void keepsCartsInRedisAndNotInItsFolder(@TempDir Path folder) throws Exception {
    try (RedisServer redis = RedisServer.started()) {
      Path data = folder.resolve("data");
      try (ShopProcess shop = start(data, redis)) {
        assertThat(visitor.add(shop)).isEqualTo(303);
        assertThat(visitor.health(shop)).contains("\"status\":\"UP\"");
        shop.kill();
      }
      try (ShopProcess shop = start(data, redis)) {
        assertThat(visitor.cart(shop)).contains("\"quantity\":4");
        redis.kill();
        assertThat(visitor.health(shop)).contains("\"status\":\"DOWN\"");
        redis.start();
        while (!visitor.health(shop).contains("\"status\":\"UP\"")) Thread.onSpinWait();
        assertThat(visitor.add(shop)).isEqualTo(303);
        assertThat(visitor.cart(shop)).contains("\"quantity\":8");
      }
      assertThat(data.resolve("key-value.mv")).doesNotExist();
    }
  }

  private static ShopProcess start(Path data, RedisServer redis) throws Exception {
    return ShopProcess.start(
        data,
        "--heddle.key-value.backend=redis",
        "--heddle.key-value.redis.url=" + redis.url(),
        "--heddle.key-value.redis.password=" + RedisServer.PASSWORD);
  }
}
