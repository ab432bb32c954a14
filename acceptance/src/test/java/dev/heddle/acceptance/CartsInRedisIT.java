package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import dev.heddle.conformance.server.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The boutique in processes, with its carts on a server that its replica speaks to by itself. */
@Timeout(600)
final class CartsInRedisIT {
  @TempDir private Path project;

  @Test
  void aReplicaKeepsCartsInRedisAndAnotherOneFindsThem() throws Exception {
    CopiedBoutique boutique = CopiedBoutique.in(project);
    try (RedisServer redis = RedisServer.started()) {
      try (Heddle run = start(boutique, redis)) {
        String url = CopiedBoutique.url(run);
        Customer customer = new Customer(url);
        assertThat(customer.addMug().statusCode()).isEqualTo(200);
        assertThat(boutique.heddle("status"))
            .containsPattern("Cart .* remote .* 1 ")
            .containsPattern("replica-1 +\\d+ +ready +\\d+ MB +10 +unix:");
        Replica killed = Replica.ready(url).getFirst();
        killed.signal("KILL");
        while (Replica.ready(url).contains(killed)) Thread.sleep(10);
        assertThat(customer.addMug().statusCode()).isEqualTo(200);
        assertThat(customer.get("/api/cart")).contains("\"quantity\":2");
        end(run);
      }
      try (Heddle run = start(boutique, redis)) {
        Customer customer = new Customer(CopiedBoutique.url(run));
        assertThat(customer.get("/api/cart")).contains("\"quantity\":2");
        assertThat(customer.checkout("one").statusCode()).isEqualTo(201);
        assertThat(customer.get("/api/cart")).doesNotContain("\"quantity\"");
        end(run);
      }
    }
  }

  private static Heddle start(CopiedBoutique boutique, RedisServer redis) throws IOException {
    return boutique.startRemote(
        1,
        "--heddle.replicas.patience=60s",
        "--heddle.request.deadline=60s",
        "--heddle.key-value.backend=redis",
        "--heddle.key-value.redis.url=" + redis.url(),
        "--heddle.key-value.redis.password=" + RedisServer.PASSWORD);
  }

  private static void end(Heddle run) throws Exception {
    run.signal("INT");
    assertThat(run.exitCode()).as(run.output()).isZero();
  }
}
