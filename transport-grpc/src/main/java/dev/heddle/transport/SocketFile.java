package dev.heddle.transport;

import dev.heddle.core.Problem;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.TransportException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** The file of a Unix socket: only its owner may reach it. */
final class SocketFile {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private SocketFile() {}

  /**
   * Makes its directory, and removes a file that a process left there which has ended.
   *
   * @throws TransportException when others may reach it, or somebody listens there
   */
  static void prepare(ReplicaAddress address) {
    if (!(address instanceof ReplicaAddress.UnixSocket(Path path))) return;
    Path directory = Objects.requireNonNull(path.getParent(), "an absolute path of a file");
    try {
      if (!Files.exists(directory)) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Set<PosixFilePermission> permissions =
          EnumSet.copyOf(Files.getPosixFilePermissions(directory));
      if (permissions.removeAll(OTHERS)) throw open(directory);
      if (Files.exists(path) && listened(path)) throw taken(path);
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      throw new TransportException(
          new Problem(
              "A replica's socket lies in a directory of its own",
              "it cannot be made at " + path + ": " + failure,
              "Give it another path"));
    }
  }

  /** Removes it. */
  static void remove(ReplicaAddress address) {
    if (!(address instanceof ReplicaAddress.UnixSocket(Path path))) return;
    try {
      Files.deleteIfExists(path);
    } catch (IOException left) {
      // The next one to listen there removes it.
    }
  }

  private static boolean listened(Path path) {
    try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  private static TransportException open(Path directory) {
    return new TransportException(
        new Problem(
            "Only its owner may reach a replica's socket",
            "others may enter its directory " + directory,
            "Give the directory mode 700, or choose one that does not exist yet"));
  }

  private static TransportException taken(Path path) {
    return new TransportException(
        new Problem(
            "A replica listens at an address of its own",
            "somebody listens at " + path,
            "Give it another path, or stop what listens there"));
  }
}
