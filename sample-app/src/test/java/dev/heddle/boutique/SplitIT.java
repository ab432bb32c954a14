package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop as two processes: its pages in one, its components in the sandbox of the other. */
final class SplitIT {
  private final ShopVisitor visitor = new ShopVisitor();

  @Test
  void aReplicaServesThePagesAndWhenItIsKilledAnotherTakesItsPlace(@TempDir Path folder)
      throws Exception {
    String socket = "unix:" + folder.resolve("replica");
    Path data = folder.resolve("data");
    try (ShopProcess front =
        ShopProcess.start(
            folder.resolve("front"),
            "--heddle.placement=remote",
            "--heddle.replicas.addresses=" + socket,
            "--heddle.replicas.patience=60s",
            "--heddle.request.deadline=60s",
            "--heddle.trail.enabled=true")) {
      try (ShopProcess replica = replica(data, socket, "one")) {
        assertThat(visitor.add(front)).isEqualTo(303);
        assertThat(trail(front))
            .contains("Catalog.list@", "/remote/one")
            .doesNotContain("/local", "/remote/two");
        replica.kill();
      }
      try (ShopProcess replica = replica(data, socket, "two")) {
        assertThat(visitor.cart(front)).contains("\"product_id\":\"6E92ZMYYFZ\"");
        assertThat(trail(front)).contains("/remote/two").doesNotContain("/remote/one");
      }
    }
  }

  private static ShopProcess replica(Path data, String socket, String name) throws Exception {
    return ShopProcess.start(
        data,
        "--heddle.placement=sandboxed",
        "--heddle.replica.listen=" + socket,
        "--heddle.replica.name=" + name);
  }

  private static String trail(ShopProcess shop) throws Exception {
    HttpRequest page =
        HttpRequest.newBuilder(URI.create("http://localhost:" + shop.port() + "/")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(page, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.headers().firstValue("X-Heddle-Trail").orElse("");
    }
  }
}
