package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The microservices, each started after those that it calls. */
record RestStart() implements Contender.Start {
  private static final String MAIN = "dev.heddle.microservices.Boot";
  private static final List<List<String>> SERVICES =
      List.of(
          List.of("ad", "cartcache", "catalog", "currency", "email", "payment", "shipping"),
          List.of("cart", "recommendation"),
          List.of("checkout"),
          List.of("front"));

  @Override
  public Deployment in(Path folder, Programs programs) throws IOException, InterruptedException {
    List<ServerProcess> processes = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    int last = 0;
    try {
      for (List<String> names : SERVICES) {
        Map<String, ServerProcess> started = new LinkedHashMap<>();
        for (String name : names) {
          started.put(name, start(name, addresses, folder, programs));
          processes.add(started.get(name));
        }
        for (Map.Entry<String, ServerProcess> each : started.entrySet()) {
          last = each.getValue().awaitStart();
          addresses.add("--services." + each.getKey() + "=" + Deployment.local(last));
        }
      }
      return new Deployment(processes, Deployment.local(last), Optional.empty());
    } catch (IOException | InterruptedException failed) {
      processes.forEach(ServerProcess::close);
      throw failed;
    }
  }

  private static ServerProcess start(
      String name, List<String> addresses, Path folder, Programs programs) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(name);
    arguments.addAll(addresses);
    arguments.add("--server.port=0");
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--heddle.data-directory=" + folder.resolve(name));
    return ServerProcess.start(
        name, programs.command(programs.microservices(), MAIN, arguments), folder);
  }
}
