package dev.heddle.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL, of the package postgresql; as the user postgres when this process is root's. */
public final class PostgresqlServer extends LocalServer {
  /** Who owns the database. */
  public static final String USER = "shop";

  /** The user's password. */
  public static final String PASSWORD = "open-postgresql-7";

  private static final String OWNER = "postgres";

  private final Path programs;
  private final Optional<Certificate> certificate;

  private PostgresqlServer(Path programs, Optional<Certificate> certificate) {
    this.programs = programs;
    this.certificate = certificate;
  }

  /** Starts one, or skips the test. */
  public static PostgresqlServer started() {
    return started(Optional.empty());
  }

  /** Starts one that also speaks TLS, or skips the test. */
  public static PostgresqlServer secured(Certificate certificate) {
    return started(Optional.of(certificate));
  }

  private static PostgresqlServer started(Optional<Certificate> certificate) {
    Path programs = newestPrograms();
    assumeInstalled(
        "postgresql", List.of("setpriv", programs.resolve("initdb").toString()), "PostgreSQL");
    PostgresqlServer server = new PostgresqlServer(programs, certificate);
    server.makeCluster();
    certificate.ifPresent(server::secure);
    server.start();
    return server;
  }

  /** Debian keeps each version's programs in a folder of its own. */
  private static Path newestPrograms() {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) return versions;
    try (Stream<Path> found = Files.list(versions)) {
      return found
          .map(version -> version.resolve("bin"))
          .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
          .max(Path::compareTo)
          .orElse(versions);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void makeCluster() {
    try {
      Path password = Files.writeString(folder.resolve("password"), PASSWORD);
      if ("root".equals(System.getProperty("user.name"))) {
        ServerProcess.run(
            "", folder, List.of("chown", OWNER, folder.toString(), password.toString()));
      }
      ServerProcess.run(
          OWNER,
          folder,
          List.of(
              programs.resolve("initdb").toString(),
              "--pgdata=" + data(),
              "--username=" + USER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--no-locale",
              "--no-sync"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** It wants a key that its own user, or root, can read alone. */
  private void secure(Certificate made) {
    try {
      Files.writeString(
          data().resolve("postgresql.auto.conf"),
          "ssl = on\nssl_cert_file = '%s'\nssl_key_file = '%s'\n"
              .formatted(own(made.certificate()), own(made.key())));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path own(Path file) throws IOException {
    Path copy = Files.copy(file, folder.resolve(file.getFileName()));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
    if ("root".equals(System.getProperty("user.name"))) {
      ServerProcess.run("", folder, List.of("chown", OWNER, copy.toString()));
    }
    return copy;
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Where it is, for {@code heddle.key-value.postgresql.url}. */
  public String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  @Override
  List<ServerProcess> processes() {
    try {
      // Left behind by a kill; its process may have got another's number.
      Files.deleteIfExists(data().resolve("postmaster.pid"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return List.of(
        ServerProcess.start(
            OWNER,
            "QUIT",
            folder,
            List.of(
                programs.resolve("postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "fsync=off",
                "-c",
                "unix_socket_directories=" + folder)));
  }

  @Override
  boolean answers() {
    try {
      return connects(port) && Files.readString(data().resolve("postmaster.pid")).contains("ready");
    } catch (IOException notYet) {
      return false;
    }
  }
}
