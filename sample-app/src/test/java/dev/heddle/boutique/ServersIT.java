package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.conformance.server.NatsServer;
import dev.heddle.conformance.server.RedisServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shop keeps everything on servers when its configuration says so, and nothing in files. */
@Timeout(300)
final class ServersIT {
  private final ShopVisitor visitor = new ShopVisitor();

  @Test
  void keepsCartsAndOrdersInRedisAndTellsOfThemThroughNats(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    try (RedisServer redis = RedisServer.started();
        NatsServer nats = NatsServer.started()) {
      try (ShopProcess shop = start(data, redis, nats)) {
        assertThat(visitor.health(shop)).contains("\"status\":\"UP\"");
        assertThat(visitor.add(shop)).isEqualTo(303);
        assertThat(visitor.order(shop, "k1")).isEqualTo(201);
        awaitDelivered(shop, 1);
        assertThat(visitor.add(shop)).isEqualTo(303);
        nats.kill();
        assertThat(visitor.order(shop, "k2")).isBetween(500, 599);
        shop.kill();
      }
      nats.start();
      try (ShopProcess shop = start(data, redis, nats)) {
        assertThat(visitor.order(shop, "k2")).isEqualTo(201);
        awaitDelivered(shop, 1);
        assertThat(visitor.orders(shop).lines())
            .hasSize(2)
            .allMatch(line -> line.contains("\"quantity\":4"));
      }
      assertThat(data).doesNotExist();
    }
  }

  private void awaitDelivered(ShopProcess shop, int count) throws Exception {
    String delivered = "\"delivered\":" + count;
    while (!visitor.events(shop).contains(delivered)) Thread.onSpinWait();
  }

  private static ShopProcess start(Path data, RedisServer redis, NatsServer nats) throws Exception {
    return ShopProcess.start(
        data,
        "--heddle.key-value.backend=redis",
        "--heddle.key-value.redis.url=" + redis.url(),
        "--heddle.key-value.redis.password=" + RedisServer.PASSWORD,
        "--heddle.events.backend=nats",
        "--heddle.events.nats.url=" + nats.url(),
        "--heddle.events.nats.user=" + NatsServer.USER,
        "--heddle.events.nats.password=" + NatsServer.PASSWORD,
        "--heddle.events.nats.lease=2s");
  }
}
