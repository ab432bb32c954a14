package dev.heddle.codegen;

import java.util.List;
import java.util.Optional;

/**
 * One method of a component.
 *
 * @param index its position
 * @param name its Java name
 * @param rpc its name in the .proto
 * @param constant name of its descriptor's constant
 * @param parameters names of its parameters, as declared
 * @param arguments its invocation: a record that is also the request message
 * @param result the response's first field; empty for void
 * @param failures its declared exceptions
 * @param idempotent whether it may be retried
 * @param routingKey the routing key as text: a Java expression over the invocation's components
 * @param subscribed what it subscribes to, if it does
 */
record Method(
    int index,
    String name,
    String rpc,
    String constant,
    List<String> parameters,
    Message.OfRecord arguments,
    Optional<Field> result,
    List<Failure> failures,
    boolean idempotent,
    Optional<String> routingKey,
    Optional<Subscribed> subscribed) {

  /** A declared exception and its field in the response. */
  record Failure(int number, String proto, Message.OfException type) {}

  /**
   * A subscription.
   *
   * @param event the event type
   * @param descriptor that type's generated descriptor
   * @param origin whether the method takes an EventOrigin too
   */
  record Subscribed(TypeName event, TypeName descriptor, boolean origin) {}

  /** The parameter that is a stream. */
  Optional<Field> taken() {
    return arguments.fields().stream().filter(Field::streamed).findFirst();
  }

  /** Whether the result is a stream. */
  boolean returnsStream() {
    return result.map(Field::streamed).orElse(false);
  }

  /** Whether a parameter or the result is a stream. */
  boolean streams() {
    return taken().isPresent() || returnsStream();
  }

  /** The response's first field: the result, or one element of it. */
  Optional<Field> responded() {
    return result.map(Field::single);
  }

  String invocation() {
    return arguments.java().simple();
  }

  /** What the invocation returns. */
  TypeName boxedResult() {
    return result.map(field -> field.type().boxed()).orElse(TypeName.of("java.lang", "Void"));
  }

  TypeName declaredResult() {
    return result.map(field -> field.type().java()).orElse(TypeName.plain("void"));
  }
}
