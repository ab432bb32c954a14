package dev.heddle.transport;

import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A replica in a process of its own: it adds, and never answers a call of "fail". */
final class ReplicaProcess implements AutoCloseable {
  private final Process process;
  private final ReplicaAddress address;

  private ReplicaProcess(Process process, ReplicaAddress address) {
    this.process = process;
    this.address = address;
  }

  static ReplicaProcess start(ReplicaAddress wanted) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ReplicaProcess.class.getName(),
                wanted.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.startsWith("listening ")) line = output.readLine();
    if (line == null) throw new IOException("the replica has ended");
    return new ReplicaProcess(process, ReplicaAddress.parse(line.substring(10)));
  }

  /** Serves until its standard input ends. */
  public static void main(String[] arguments) throws IOException {
    Serving.Answer desk = TestCalls.deskAnswer();
    TestCalls calls =
        new TestCalls(
            call -> {
              if (call.call().method().name().equals("fail")) call.awaitCancel();
              return desk.to(call);
            });
    try (GrpcTransport transport = new GrpcTransport(TransportOptions.DEFAULT)) {
      ReplicaServer server = transport.listen(ReplicaAddress.parse(arguments[0]), calls);
      server.ready();
      System.out.println("listening " + server.address());
      while (System.in.read() >= 0) {}
    }
  }

  ReplicaAddress address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  /** Sends a signal. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(process.pid())))
        .inheritIO()
        .start()
        .waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
