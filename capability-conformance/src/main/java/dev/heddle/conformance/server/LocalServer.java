package dev.heddle.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What the servers have in common: a folder that goes with them, a port, and processes. */
abstract class LocalServer implements Server {
  final Path folder;
  final int port;
  private List<ServerProcess> processes = List.of();

  LocalServer() {
    try {
      folder = Files.createTempDirectory("heddle-server");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    port = ServerProcess.freePort();
  }

  /** Skips the test, with one line that names the package, when a program is missing. */
  static void assumeInstalled(String packages, List<String> programs, String what) {
    if (ServerProcess.installed(programs)) return;
    String reason = "SKIPPED: " + what + " is not tried, because " + packages + " is not installed";
    // Maven shows neither that a whole class is skipped nor why.
    System.out.println(reason);
    Assumptions.abort(reason);
  }

  abstract List<ServerProcess> processes();

  /** Whether it answers. */
  abstract boolean answers();

  @Override
  public final void start() {
    processes = processes();
    processes.forEach(process -> process.await(this::answers));
  }

  @Override
  public final void kill() {
    processes.forEach(ServerProcess::kill);
    processes = List.of();
  }

  @Override
  public final void freeze() {
    processes.forEach(ServerProcess::freeze);
  }

  @Override
  public final void thaw() {
    processes.forEach(ServerProcess::thaw);
  }

  @Override
  public final void close() {
    kill();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static boolean connects(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
