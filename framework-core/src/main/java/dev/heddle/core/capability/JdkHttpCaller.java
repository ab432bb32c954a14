package dev.heddle.core.capability;

import dev.heddle.component.capability.HttpCallException;
import dev.heddle.component.capability.HttpCallException.Reason;
import dev.heddle.component.capability.HttpCaller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * HTTP calls through the JDK's client: no redirects, no proxy, no cookies; HTTP/2 where an https
 * server offers it. Checks only the size of responses; {@link GuardedHttpCaller} checks the rest.
 * Safe for use by many threads.
 */
public final class JdkHttpCaller implements HttpCaller, AutoCloseable {
  private final long largest;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable HttpClient client;
  private boolean closed;

  /**
   * A caller with connections of its own.
   *
   * @param largest the longest body of a response, in bytes
   */
  public JdkHttpCaller(long largest) {
    this.largest = largest;
  }

  /** Made by the first call, as it reads every certificate that the JDK trusts. */
  private HttpClient client() {
    HttpClient known = client;
    if (known != null) return known;
    making.lock();
    try {
      HttpClient earlier = client;
      if (earlier != null) return earlier;
      HttpClient made =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NEVER)
              .proxy(HttpClient.Builder.NO_PROXY)
              .build();
      if (closed) made.shutdownNow();
      client = made;
      return made;
    } finally {
      making.unlock();
    }
  }

  @Override
  public Response call(Request request) {
    HttpRequest prepared = prepare(request);
    CompletableFuture<HttpResponse<byte[]>> sent =
        client().sendAsync(prepared, head -> new LimitedBody(largest));
    try {
      // Not the request's own timeout, which ends with the response's head.
      return response(sent.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      sent.cancel(true);
      throw timedOut(request);
    } catch (InterruptedException interrupted) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw failed(Reason.TIMED_OUT, request.uri(), "the caller no longer waits", interrupted);
    } catch (ExecutionException failure) {
      throw failed(request, failure.getCause() == null ? failure : failure.getCause());
    }
  }

  @Override
  public void close() {
    making.lock();
    try {
      closed = true;
      HttpClient made = client;
      if (made != null) made.shutdownNow();
    } finally {
      making.unlock();
    }
  }

  private static HttpRequest prepare(Request request) {
    boolean empty = request.body().length == 0;
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .method(
                request.method(),
                empty
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(request.body().clone()));
    // Over plain HTTP the JDK would ask each server to change to HTTP/2.
    if (request.uri().getScheme().equalsIgnoreCase("http")) {
      builder.version(HttpClient.Version.HTTP_1_1);
    }
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  private static Response response(HttpResponse<byte[]> response) {
    Map<String, List<String>> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), List.copyOf(values)));
    return new Response(response.statusCode(), Map.copyOf(headers), response.body());
  }

  private static HttpCallException failed(Request request, Throwable cause) {
    for (Throwable next = cause; next != null; next = next.getCause()) {
      if (next instanceof LimitedBody.TooLarge large) {
        return failed(Reason.TOO_LARGE, request.uri(), String.valueOf(large.getMessage()), cause);
      }
      if (next instanceof HttpTimeoutException) return timedOut(request);
    }
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return failed(Reason.UNREACHABLE, request.uri(), why, cause);
  }

  private static HttpCallException timedOut(Request request) {
    return new HttpCallException(
        Reason.TIMED_OUT,
        "%s gave no whole response within %s".formatted(place(request.uri()), request.timeout()));
  }

  private static HttpCallException failed(Reason reason, URI uri, String why, Throwable cause) {
    HttpCallException failure =
        new HttpCallException(reason, "the call to " + place(uri) + " failed: " + why);
    failure.initCause(cause);
    return failure;
  }

  /** Without path and query, which may hold what no log should. */
  private static String place(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
