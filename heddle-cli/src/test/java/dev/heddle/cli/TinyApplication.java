package dev.heddle.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import sun.misc.Signal;

/**
 * A program that looks like an application to the command line, and starts at once. Among its
 * arguments: {@code --stubborn} ignores requests to stop, {@code --fragile} ends by itself when
 * asked for {@code /end}.
 */
final class TinyApplication {
  private TinyApplication() {}

  public static void main(String[] arguments) throws IOException {
    List<String> given = List.of(arguments);
    if (given.contains("--stubborn")) Signal.handle(new Signal("TERM"), signal -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("tiny: goodbye")));
    int port = Integer.parseInt(given.getFirst().substring("--server.port=".length()));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    answer(server, "/actuator/health", "{\"status\":\"UP\"}");
    answer(
        server,
        "/actuator/heddle",
        "{\"application\":\"tiny\",\"revision\":\"1\",\"epoch\":1,\"components\":[],"
            + "\"replicas\":[],\"edges\":[],\"rollout\":null}");
    server.createContext("/end", exchange -> System.exit(3));
    server.start();
    System.out.println("tiny: started with " + given);
  }

  private static void answer(HttpServer server, String path, String body) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes());
          }
        });
  }

  /** Makes a project that holds this application, built already. */
  static void writeProject(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><artifactId>tiny</artifactId><build><plugins><plugin>"
            + "<artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>"
            + "</project>");
    Path target = Files.createDirectories(folder.resolve("target"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyApplication.class.getName());
    String self = TinyApplication.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(target.resolve("tiny.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest);
        InputStream code = TinyApplication.class.getResourceAsStream("/" + self)) {
      jar.putNextEntry(new ZipEntry("BOOT-INF/classes/"));
      jar.putNextEntry(new ZipEntry(self));
      if (code != null) code.transferTo(jar);
    }
  }
}
