package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * The boutique as it is packaged, with satellites beside it as {@code ./heddle run --processes}
 * starts them.
 *
 * @param placement of every component, in the application's process
 * @param satellites how many there are
 * @param within placement of every component, in a satellite
 */
record HeddleStart(String placement, int satellites, String within) implements Contender.Start {

  @Override
  public Deployment in(Path folder, Programs programs) throws IOException, InterruptedException {
    // The name of a socket is short.
    Path sockets = Files.createTempDirectory("boutique");
    String home = "unix:" + sockets.resolve("home");
    List<String> addresses =
        IntStream.rangeClosed(1, satellites)
            .mapToObj(it -> "unix:" + sockets.resolve("s" + it))
            .toList();
    List<ServerProcess> processes = new ArrayList<>();
    try {
      processes.add(application(folder, programs, home, addresses));
      for (String address : addresses) {
        processes.add(satellite(folder, programs, home, address));
      }
      for (ServerProcess each : processes) each.awaitStart();
      int front = processes.getFirst().awaitStart();
      return new Deployment(processes, Deployment.local(front), Optional.of(sockets));
    } catch (IOException | InterruptedException failed) {
      processes.forEach(ServerProcess::close);
      FileSystemUtils.deleteRecursively(sockets);
      throw failed;
    }
  }

  private ServerProcess application(
      Path folder, Programs programs, String home, List<String> addresses) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--heddle.data-directory=" + folder.resolve("data"),
                "--heddle.placement=" + placement,
                "--heddle.replica.supervised=true"));
    if (satellites > 0) {
      arguments.addAll(
          List.of(
              "--heddle.replicas.addresses=" + String.join(",", addresses),
              "--heddle.replica.listen=" + home,
              "--heddle.replica.name=application",
              "--heddle.replica.grants=true",
              "--heddle.replica.max-calls=10000"));
    }
    return start(
        "application", "dev.heddle.boutique.BoutiqueApplication", arguments, folder, programs);
  }

  private ServerProcess satellite(Path folder, Programs programs, String home, String address)
      throws IOException {
    return start(
        "satellite-" + address.substring(address.lastIndexOf('/') + 1),
        "dev.heddle.core.spring.ReplicaApplication",
        List.of(
            "--heddle.placement=" + within,
            "--heddle.replica.listen=" + address,
            "--heddle.replica.satellite=true",
            "--heddle.replica.supervised=true",
            "--heddle.replicas.addresses=" + home),
        folder,
        programs);
  }

  private static ServerProcess start(
      String name, String main, List<String> arguments, Path folder, Programs programs)
      throws IOException {
    return ServerProcess.start(
        name, programs.command(programs.boutique().toString(), main, arguments), folder);
  }
}
