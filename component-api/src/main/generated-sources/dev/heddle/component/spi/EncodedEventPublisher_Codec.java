package dev.heddle.component.spi;

import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.capability.EventPublishException;
import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Values of {@link EncodedEventPublisher} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class EncodedEventPublisher_Codec {
  private static final EventPublishException.Reason[] REASON_CONSTANTS =
      EventPublishException.Reason.values();

  private EncodedEventPublisher_Codec() {}

  static void writePublishRequest(ProtoWriter out, EncodedEventPublisher_Stub.Publish publish) {
    byte[] event = present(publish.event(), "EncodedEventPublisher.publish(event)");
    if (event.length != 0) out.bytes(2, event);
    Optional<String> key = present(publish.key(), "EncodedEventPublisher.publish(key)");
    if (key.isPresent()) {
      out.string(1, key.get());
    }
  }

  static EncodedEventPublisher_Stub.Publish readPublishRequest(ProtoReader in) {
    Optional<String> key = Optional.empty();
    byte[] event = new byte[0];
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = Optional.of(in.string(tag));
        tag = in.tag();
      }
      if (tag == 18) {
        event = in.bytes(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new EncodedEventPublisher_Stub.Publish(key, event);
  }

  static void writePublishResponse(ProtoWriter out, EventPublishException failure) {
    int begun = out.begin();
    writeEventPublishException(out, failure);
    out.end(2, begun);
  }

  static void readPublishResponse(ProtoReader in) throws EventPublishException {
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 18) {
        in.enter(tag);
        throw readEventPublishException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 0);
    }
  }

  static void writeEventPublishException(
      ProtoWriter out, EventPublishException eventPublishException) {
    String message =
        present(Conversions.message(eventPublishException), "EventPublishException.message");
    if (!message.isEmpty()) out.string(2, message);
    out.int32(
        1, present(eventPublishException.reason(), "EventPublishException.reason").ordinal() + 1);
  }

  static EventPublishException readEventPublishException(ProtoReader in) {
    EventPublishException.Reason reason = null;
    String message = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        reason = readReason(in.int32(tag), "EventPublishException.reason");
        tag = in.tag();
      }
      if (tag == 18) {
        message = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    try {
      return new EventPublishException(required(reason, "EventPublishException.reason"), message);
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("EventPublishException", refusal);
    }
  }

  static EventPublishException.Reason readReason(int number, String field) {
    if (number == 0) throw MalformedMessageException.missing(field);
    if (number < 0 || number > REASON_CONSTANTS.length) {
      throw MalformedMessageException.invalid(field, "constant " + number);
    }
    return REASON_CONSTANTS[number - 1];
  }
}
