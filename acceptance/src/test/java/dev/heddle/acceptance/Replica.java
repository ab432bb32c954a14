package dev.heddle.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A replica of a running boutique, as its status has it. */
record Replica(long pid) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Those that take calls, in the order of their names. */
  static List<Replica> ready(String url) throws IOException, InterruptedException {
    List<Replica> ready = new ArrayList<>();
    for (JsonNode each : JSON.readTree(new Customer(url).get("/actuator/heddle")).get("replicas")) {
      if (!each.get("state").asString().equals("ready")) continue;
      ready.add(new Replica(each.get("pid").asLong()));
    }
    return ready;
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }
}
