package dev.heddle.component.capability;

import dev.heddle.component.Capability;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * HTTP calls to other systems. A component may call what its allow list names in the application's
 * configuration, and nothing else. Redirects are not followed: the response says where they lead,
 * and a call to there is checked like any other. Safe for use by many threads. Arrays are copied on
 * the way in and out.
 *
 * <p>A request that no server could be sent is refused with an {@link IllegalArgumentException}: a
 * URI that is not absolute or names a user, a method that is no word in upper case, a header that a
 * caller may not set, a timeout that is not above zero or longer than {@code
 * heddle.http.max-timeout}.
 */
@Capability
public interface HttpCaller {

  /**
   * What is asked.
   *
   * @param method such as {@code GET}, in upper case
   * @param uri an {@code https} or {@code http} URI
   * @param headers values by name; at most 100, together at most 16 KiB
   * @param body the content, empty for none; its longest is {@code heddle.http.max-request-size}
   * @param timeout how long it may take until the last byte of the response is there
   */
  record Request(
      String method, URI uri, Map<String, List<String>> headers, byte[] body, Duration timeout) {}

  /**
   * What was answered, whatever its status.
   *
   * @param status such as 200
   * @param headers values by name in lower case
   * @param body the content; its longest is {@code heddle.http.max-response-size}
   */
  record Response(int status, Map<String, List<String>> headers, byte[] body) {}

  /**
   * Sends a request and waits for the whole response. A GET or HEAD may be sent a second time when
   * the connection was closed before any response; nothing else is.
   *
   * @throws HttpCallException when there is no response; {@link HttpCallException#reason()} says
   *     why
   */
  Response call(Request request) throws HttpCallException;
}
