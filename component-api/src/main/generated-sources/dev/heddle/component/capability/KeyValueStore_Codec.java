package dev.heddle.component.capability;

import static dev.heddle.component.wire.Conversions.indexed;
import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Values of {@link KeyValueStore} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class KeyValueStore_Codec {
  private static final KeyValueStoreException.Effect[] EFFECT_CONSTANTS =
      KeyValueStoreException.Effect.values();

  private KeyValueStore_Codec() {}

  static void writeGetRequest(ProtoWriter out, KeyValueStore_Stub.Get get) {
    String key = present(get.key(), "KeyValueStore.get(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static KeyValueStore_Stub.Get readGetRequest(ProtoReader in) {
    String key = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new KeyValueStore_Stub.Get(key);
  }

  static void writeGetResponse(ProtoWriter out, Optional<byte[]> result) {
    Optional<byte[]> resultGiven = present(result, "the result of KeyValueStore.get");
    if (resultGiven.isPresent()) {
      out.bytes(1, resultGiven.get());
    }
  }

  static void writeGetResponse(ProtoWriter out, KeyValueStoreException failure) {
    int begun = out.begin();
    writeKeyValueStoreException(out, failure);
    out.end(2, begun);
  }

  static Optional<byte[]> readGetResponse(ProtoReader in) throws KeyValueStoreException {
    Optional<byte[]> result = Optional.empty();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        result = Optional.of(in.bytes(tag));
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readKeyValueStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return result;
  }

  static void writePutRequest(ProtoWriter out, KeyValueStore_Stub.Put put) {
    byte[] value = present(put.value(), "KeyValueStore.put(value)");
    if (value.length != 0) out.bytes(2, value);
    String key = present(put.key(), "KeyValueStore.put(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static KeyValueStore_Stub.Put readPutRequest(ProtoReader in) {
    String key = "";
    byte[] value = new byte[0];
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        value = in.bytes(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new KeyValueStore_Stub.Put(key, value);
  }

  static void writePutResponse(ProtoWriter out, KeyValueStoreException failure) {
    int begun = out.begin();
    writeKeyValueStoreException(out, failure);
    out.end(2, begun);
  }

  static void readPutResponse(ProtoReader in) throws KeyValueStoreException {
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 18) {
        in.enter(tag);
        throw readKeyValueStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 0);
    }
  }

  static void writeDeleteRequest(ProtoWriter out, KeyValueStore_Stub.Delete delete) {
    String key = present(delete.key(), "KeyValueStore.delete(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static KeyValueStore_Stub.Delete readDeleteRequest(ProtoReader in) {
    String key = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new KeyValueStore_Stub.Delete(key);
  }

  static void writeDeleteResponse(ProtoWriter out, boolean result) {
    if (result) out.bool(1, result);
  }

  static void writeDeleteResponse(ProtoWriter out, KeyValueStoreException failure) {
    int begun = out.begin();
    writeKeyValueStoreException(out, failure);
    out.end(2, begun);
  }

  static boolean readDeleteResponse(ProtoReader in) throws KeyValueStoreException {
    boolean result = false;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        result = in.bool(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readKeyValueStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return result;
  }

  static void writeCompareAndSetRequest(
      ProtoWriter out, KeyValueStore_Stub.CompareAndSet compareAndSet) {
    byte[] value = present(compareAndSet.value(), "KeyValueStore.compareAndSet(value)");
    if (value.length != 0) out.bytes(3, value);
    Optional<byte[]> expected =
        present(compareAndSet.expected(), "KeyValueStore.compareAndSet(expected)");
    if (expected.isPresent()) {
      out.bytes(2, expected.get());
    }
    String key = present(compareAndSet.key(), "KeyValueStore.compareAndSet(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static KeyValueStore_Stub.CompareAndSet readCompareAndSetRequest(ProtoReader in) {
    String key = "";
    Optional<byte[]> expected = Optional.empty();
    byte[] value = new byte[0];
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        expected = Optional.of(in.bytes(tag));
        tag = in.tag();
      }
      if (tag == 26) {
        value = in.bytes(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return new KeyValueStore_Stub.CompareAndSet(key, expected, value);
  }

  static void writeCompareAndSetResponse(ProtoWriter out, boolean result) {
    if (result) out.bool(1, result);
  }

  static void writeCompareAndSetResponse(ProtoWriter out, KeyValueStoreException failure) {
    int begun = out.begin();
    writeKeyValueStoreException(out, failure);
    out.end(2, begun);
  }

  static boolean readCompareAndSetResponse(ProtoReader in) throws KeyValueStoreException {
    boolean result = false;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        result = in.bool(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readKeyValueStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return result;
  }

  static void writeListRequest(ProtoWriter out, KeyValueStore_Stub.ListCall listCall) {
    int limit = listCall.limit();
    if (limit != 0) out.int32(3, limit);
    String after = present(listCall.after(), "KeyValueStore.list(after)");
    if (!after.isEmpty()) out.string(2, after);
    String prefix = present(listCall.prefix(), "KeyValueStore.list(prefix)");
    if (!prefix.isEmpty()) out.string(1, prefix);
  }

  static KeyValueStore_Stub.ListCall readListRequest(ProtoReader in) {
    String prefix = "";
    String after = "";
    int limit = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        prefix = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        after = in.string(tag);
        tag = in.tag();
      }
      if (tag == 24) {
        limit = in.int32(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return new KeyValueStore_Stub.ListCall(prefix, after, limit);
  }

  static void writeListResponse(ProtoWriter out, List<String> result) {
    List<String> resultGiven = indexed(result, "the result of KeyValueStore.list");
    for (int i = resultGiven.size() - 1; i >= 0; i--) {
      out.string(1, present(resultGiven.get(i), "the result of KeyValueStore.list"));
    }
  }

  static void writeListResponse(ProtoWriter out, KeyValueStoreException failure) {
    int begun = out.begin();
    writeKeyValueStoreException(out, failure);
    out.end(2, begun);
  }

  static List<String> readListResponse(ProtoReader in) throws KeyValueStoreException {
    List<String> result = new ArrayList<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        result.add(in.string(tag));
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readKeyValueStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return Collections.unmodifiableList(result);
  }

  static void writeKeyValueStoreException(
      ProtoWriter out, KeyValueStoreException keyValueStoreException) {
    String message =
        present(Conversions.message(keyValueStoreException), "KeyValueStoreException.message");
    if (!message.isEmpty()) out.string(2, message);
    out.int32(
        1, present(keyValueStoreException.effect(), "KeyValueStoreException.effect").ordinal() + 1);
  }

  static KeyValueStoreException readKeyValueStoreException(ProtoReader in) {
    KeyValueStoreException.Effect effect = null;
    String message = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        effect = readEffect(in.int32(tag), "KeyValueStoreException.effect");
        tag = in.tag();
      }
      if (tag == 18) {
        message = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    try {
      return new KeyValueStoreException(required(effect, "KeyValueStoreException.effect"), message);
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("KeyValueStoreException", refusal);
    }
  }

  static KeyValueStoreException.Effect readEffect(int number, String field) {
    if (number == 0) throw MalformedMessageException.missing(field);
    if (number < 0 || number > EFFECT_CONSTANTS.length) {
      throw MalformedMessageException.invalid(field, "constant " + number);
    }
    return EFFECT_CONSTANTS[number - 1];
  }
}
