package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * The processes of a running shop.
 *
 * @param front where shoppers go
 * @param sockets the folder in which the processes find each other, if they do so
 */
record Deployment(List<ServerProcess> processes, URI front, Optional<Path> sockets)
    implements AutoCloseable {

  /** Processor time of all processes so far, in nanoseconds. */
  long cpuNanos() {
    return pids().stream().mapToLong(ProcessUsage::cpuNanos).sum();
  }

  /** Memory of all processes. */
  ProcessUsage.Memory memory() {
    return ProcessUsage.memory(pids());
  }

  private List<Long> pids() {
    return processes.stream().map(ServerProcess::pid).toList();
  }

  /** The address of a port of this machine. */
  static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() throws IOException {
    processes.reversed().forEach(ServerProcess::close);
    if (sockets.isPresent()) FileSystemUtils.deleteRecursively(sockets.get());
  }
}
