package dev.heddle.component.spi;

import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Optional;

/** The callee's side: turns a request message into a call and its outcome into a response. */
public interface Skeleton {

  /**
   * Calls a method of the implementation. Whatever the implementation throws is written into the
   * response; only a request that cannot be read is thrown.
   *
   * @param method index of the method
   * @throws dev.heddle.component.wire.MalformedMessageException when the request is not a message
   *     of this method, or there is no such method
   */
  void invoke(int method, ProtoReader request, ProtoWriter response);

  /**
   * Calls a method of the implementation that takes or returns a stream.
   *
   * @param method index of the method
   * @param request the message of the other arguments
   * @param requests the messages of the stream that the method takes; none when it takes none. The
   *     method reads them before it returns or, when it returns a stream, while that is written.
   * @param response takes the response when the call has ended: its result is no stream, or the
   *     method failed
   * @return the stream that the method returned, empty when the call has ended
   * @throws dev.heddle.component.wire.MalformedMessageException when the request is not a message
   *     of this method, or it is no method with a stream
   */
  default Optional<OutgoingMessages> open(
      int method, ProtoReader request, IncomingMessages requests, ProtoWriter response) {
    throw new MalformedMessageException("the component has no method " + method + " with a stream");
  }
}
