package dev.heddle.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * OpenStack Swift with its S3 interface, of the packages swift-proxy, swift-account,
 * swift-container and swift-object: four processes and one device.
 */
public final class SwiftServer extends LocalServer {
  /** The access key. */
  public static final String ACCESS_KEY = "test:tester";

  /** Its secret. */
  public static final String SECRET_KEY = "open-swift-7";

  private static final List<String> STORAGE = List.of("account", "container", "object");

  /** The rings say where what is kept: here in one place. */
  private static final String RINGS =
      """
      import sys
      from swift.common.ring import RingBuilder
      for kind, port in zip(sys.argv[2::2], sys.argv[3::2]):
        ring = RingBuilder(4, 1, 0)
        ring.add_dev({'id': 0, 'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': int(port),
                      'device': 'd1', 'weight': 1, 'replication_ip': '127.0.0.1',
                      'replication_port': int(port)})
        ring.rebalance()
        ring.get_ring().save(sys.argv[1] + '/' + kind + '.ring.gz')
      """;

  private static final String PROXY =
      """
      [pipeline:main]
      pipeline = catch_errors gatekeeper cache listing_formats s3api tempauth copy slo dlo versioned_writes proxy-server
      [app:proxy-server]
      use = egg:swift#proxy
      account_autocreate = true
      [filter:tempauth]
      use = egg:swift#tempauth
      user_test_tester = SECRET .admin
      [filter:cache]
      use = egg:swift#memcache
      memcache_servers = 127.0.0.1:1
      """;

  private static final List<String> FILTERS =
      List.of(
          "s3api",
          "catch_errors",
          "gatekeeper",
          "listing_formats",
          "copy",
          "slo",
          "dlo",
          "versioned_writes");

  private final Map<String, Integer> storagePorts =
      Map.of(
          "account", ServerProcess.freePort(),
          "container", ServerProcess.freePort(),
          "object", ServerProcess.freePort());

  private SwiftServer() {}

  /** Starts one, or skips the test. */
  public static SwiftServer started() {
    assumeInstalled(
        "swift-proxy swift-account swift-container swift-object",
        List.of(
            "setpriv",
            "swift-proxy-server",
            "swift-account-server",
            "swift-container-server",
            "swift-object-server"),
        "S3");
    SwiftServer server = new SwiftServer();
    server.configure();
    server.start();
    return server;
  }

  /** Where it is, for {@code heddle.blobs.s3.url}. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  private void configure() {
    List<String> rings = new ArrayList<>(List.of("/usr/bin/python3", "-c", RINGS));
    rings.add(folder.toString());
    for (String kind : STORAGE) rings.addAll(List.of(kind, String.valueOf(portOf(kind))));
    ServerProcess.run("", folder, rings);
    try {
      Files.createDirectories(folder.resolve("devices/d1"));
      Files.writeString(
          folder.resolve("swift.conf"),
          "[swift-hash]\nswift_hash_path_prefix = a\nswift_hash_path_suffix = b\n"
              + "[storage-policy:0]\nname = one\ndefault = yes\n");
      for (String kind : STORAGE) {
        String server = kind + "-server";
        Files.writeString(
            folder.resolve(server + ".conf"),
            common(portOf(kind))
                + "[pipeline:main]\npipeline = %s\n[app:%s]\nuse = egg:swift#%s\n"
                    .formatted(server, server, kind));
      }
      StringBuilder proxy =
          new StringBuilder(common(port)).append(PROXY.replace("SECRET", SECRET_KEY));
      for (String filter : FILTERS) {
        proxy.append("[filter:%s]\nuse = egg:swift#%s\n".formatted(filter, filter));
      }
      Files.writeString(folder.resolve("proxy-server.conf"), proxy);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private int portOf(String kind) {
    return Objects.requireNonNull(storagePorts.get(kind), "each has one");
  }

  private String common(int itsPort) {
    return """
        [DEFAULT]
        bind_ip = 127.0.0.1
        bind_port = %d
        workers = 0
        user = %s
        swift_dir = %s
        devices = %s
        mount_check = false
        disable_fallocate = true
        log_level = WARNING
        log_address = %s
        """
        .formatted(
            itsPort,
            System.getProperty("user.name"),
            folder,
            folder.resolve("devices"),
            folder.resolve("no-log"));
  }

  @Override
  List<ServerProcess> processes() {
    List<ServerProcess> processes = new ArrayList<>();
    for (String kind : List.of("account", "container", "object", "proxy")) {
      String server = kind + "-server";
      Path configuration = folder.resolve(server + ".conf");
      processes.add(
          ServerProcess.start(
              "", "KILL", folder, List.of("swift-" + server, configuration.toString())));
    }
    return processes;
  }

  @Override
  boolean answers() {
    return connects(port) && storagePorts.values().stream().allMatch(LocalServer::connects);
  }
}
