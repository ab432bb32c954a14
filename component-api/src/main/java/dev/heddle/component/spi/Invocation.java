package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;

/**
 * One call as a value: which method, with which arguments. Generated, one record a method.
 *
 * @param <C> the component interface
 * @param <R> what the method returns, boxed; {@code Void} for none
 */
public interface Invocation<C, R> {

  /** The method called. */
  MethodDescriptor method();

  /** Makes the call on an object in this process. */
  R invoke(C implementation) throws Exception;

  /** Writes the arguments as the method's request message. */
  void writeRequest(ProtoWriter request);

  /**
   * Reads the method's response message.
   *
   * @return the result
   * @throws Exception the declared exception, or the {@link
   *     dev.heddle.component.ComponentException}, that the message carries
   */
  R readResponse(ProtoReader response) throws Exception;

  /** Whether {@code failure} is one of the exceptions that the method declares. */
  boolean declares(Throwable failure);

  /** The routing key as text, empty when the method has none. */
  default String routingKey() {
    return "";
  }
}
