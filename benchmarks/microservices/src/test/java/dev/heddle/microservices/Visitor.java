package dev.heddle.microservices;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Somebody in a shop, with cookies. */
final class Visitor implements AutoCloseable {
  private static final Pattern RANDOM_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TRACKING_ID = Pattern.compile("HB-[0-9A-F]{6}-[0-9]{12}");
  private static final Pattern ADVERTISEMENT =
      Pattern.compile("(<aside class=\"ad\".*?</span>).*?</aside>", Pattern.DOTALL);
  private static final Pattern RECOMMENDATION =
      Pattern.compile(
          "(?<=<li class=\"card\">\\s{1,20})<a href=\"/product/.*?</a>", Pattern.DOTALL);
  private static final Pattern ALSO = Pattern.compile("<section class=\"also\".*", Pattern.DOTALL);
  private static final Pattern RANDOM_MEMBERS =
      Pattern.compile("\"(recommended|ad)\":(\\[.*?\\]|\\{.*?\\})");

  private final URI shop;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Visitor(int port) {
    shop = URI.create("http://localhost:" + port);
  }

  /** What a request is answered with, but for what is random or of one shop alone. */
  String see(String method, String path, String body) throws IOException, InterruptedException {
    String type =
        path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(shop.resolve(path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return "%d %s %s%n%s"
        .formatted(
            answer.statusCode(),
            answer.headers().firstValue("Content-Type").orElse(""),
            answer.headers().firstValue("Location").orElse(""),
            withoutChance(answer.body()));
  }

  private static String withoutChance(String body) {
    String named = TRACKING_ID.matcher(RANDOM_ID.matcher(body).replaceAll("ID")).replaceAll("HB");
    String unsold = ADVERTISEMENT.matcher(named).replaceAll("$1");
    String page =
        ALSO.matcher(unsold)
            .replaceAll(also -> RECOMMENDATION.matcher(also.group()).replaceAll("product"));
    return RANDOM_MEMBERS.matcher(page).replaceAll("\"$1\":chance");
  }

  @Override
  public void close() {
    client.close();
  }
}
