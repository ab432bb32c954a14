package dev.heddle.benchmarks.remote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Serves the shop in a process of its own: {@code ServerMain CONTENDER}. */
final class ServerMain {
  private static final String ADDRESS = "address ";
  private static final String USAGE = "usage ";

  private ServerMain() {}

  /** Tells its usage whenever it is asked, until nobody can ask any longer. */
  public static void main(String[] arguments) throws Exception {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Served served = Contender.of(arguments[0]).peer().serve()) {
      System.out.println(ADDRESS + served.address());
      while (questions.readLine() != null) System.out.println(USAGE + Usage.now().text());
    }
    System.exit(0);
  }

  static JavaProcess start(Contender contender) throws IOException {
    return JavaProcess.start(ServerMain.class, contender.word());
  }

  static String address(JavaProcess server) throws IOException {
    return server.await(ADDRESS);
  }

  static Usage usage(JavaProcess server) {
    try {
      server.say(USAGE);
      return Usage.parse(server.await(USAGE));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
