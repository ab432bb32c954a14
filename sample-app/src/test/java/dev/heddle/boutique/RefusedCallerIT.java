package dev.heddle.boutique;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process of another revision, which nobody calls and which calls nobody. */
@Timeout(300)
final class RefusedCallerIT {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void isCountedByTheReplicaThatRefusesIt(@TempDir Path folder) throws Exception {
    String socket = "unix:" + folder.resolve("replica");
    try (ShopProcess replica =
            ShopProcess.start(folder.resolve("data"), "--heddle.replica.listen=" + socket);
        ShopProcess other =
            ShopProcess.start(
                folder.resolve("other"),
                "--heddle.replicas.addresses=" + socket,
                "--heddle.components.Email.settings.from=another@boutique.example")) {
      // It says hello as it starts, and perhaps again.
      while (!meters(replica).contains("heddle_replica_refused_callers_total{reason=\"revision\"} ")
          || meters(replica)
              .contains("heddle_replica_refused_callers_total{reason=\"revision\"} 0.0")) {
        Thread.sleep(50);
      }
    }
  }

  private String meters(ShopProcess shop) throws Exception {
    URI address = URI.create("http://localhost:" + shop.port() + "/actuator/prometheus");
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }
}
