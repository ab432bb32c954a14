package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;

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
}
