package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Optional;

/**
 * The generated metadata of one event type, and its codec. Immutable.
 *
 * @param <E> the event type
 */
public interface EventDescriptor<E> {

  /** The event's name, unique in an application. */
  String name();

  /** The event type. */
  Class<E> type();

  /** Whether several components may publish it. */
  boolean shared();

  /** Full name of the message in the generated .proto. */
  String messageName();

  /** Class path location of the generated .proto. */
  String protoResource();

  /** The event's key, empty when its record has none. */
  Optional<String> key(E event);

  /** Writes an event as the body of its message. */
  void write(E event, ProtoWriter out);

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws dev.heddle.component.wire.MalformedMessageException when the bytes are no such event
   */
  E read(ProtoReader in);
}
