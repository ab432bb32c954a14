package dev.heddle.component.capability;

import static dev.heddle.component.wire.InvalidValueException.present;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Values of {@link Secrets} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class Secrets_Codec {

  private Secrets_Codec() {}

  static void writeGetRequest(ProtoWriter out, Secrets_Stub.Get get) {
    String name = present(get.name(), "Secrets.get(name)");
    if (!name.isEmpty()) out.string(1, name);
  }

  static Secrets_Stub.Get readGetRequest(ProtoReader in) {
    String name = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        name = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new Secrets_Stub.Get(name);
  }

  static void writeGetResponse(ProtoWriter out, Optional<String> result) {
    Optional<String> resultGiven = present(result, "the result of Secrets.get");
    if (resultGiven.isPresent()) {
      out.string(1, resultGiven.get());
    }
  }

  static void writeGetResponse(ProtoWriter out, SecretUnreadableException failure) {
    int begun = out.begin();
    writeSecretUnreadableException(out, failure);
    out.end(2, begun);
  }

  static Optional<String> readGetResponse(ProtoReader in) throws SecretUnreadableException {
    Optional<String> result = Optional.empty();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        result = Optional.of(in.string(tag));
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readSecretUnreadableException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return result;
  }

  static void writeSecretUnreadableException(
      ProtoWriter out, SecretUnreadableException secretUnreadableException) {
    String message =
        present(
            Conversions.message(secretUnreadableException), "SecretUnreadableException.message");
    if (!message.isEmpty()) out.string(1, message);
  }

  static SecretUnreadableException readSecretUnreadableException(ProtoReader in) {
    String message = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        message = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    try {
      return new SecretUnreadableException(message);
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("SecretUnreadableException", refusal);
    }
  }
}
