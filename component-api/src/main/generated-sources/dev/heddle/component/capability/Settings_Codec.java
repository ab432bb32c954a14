package dev.heddle.component.capability;

import static dev.heddle.component.wire.Conversions.entries;
import static dev.heddle.component.wire.InvalidValueException.present;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Values of {@link Settings} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class Settings_Codec {

  private Settings_Codec() {}

  static void writeGetRequest(ProtoWriter out, Settings_Stub.Get get) {
    String key = present(get.key(), "Settings.get(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static Settings_Stub.Get readGetRequest(ProtoReader in) {
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
    return new Settings_Stub.Get(key);
  }

  static void writeGetResponse(ProtoWriter out, Optional<String> result) {
    Optional<String> resultGiven = present(result, "the result of Settings.get");
    if (resultGiven.isPresent()) {
      out.string(1, resultGiven.get());
    }
  }

  static Optional<String> readGetResponse(ProtoReader in) {
    Optional<String> result = Optional.empty();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        result = Optional.of(in.string(tag));
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return result;
  }

  static void writeAllRequest(ProtoWriter out, Settings_Stub.All all) {
  }

  static Settings_Stub.All readAllRequest(ProtoReader in) {
    for (int tag = in.tag(); tag != 0; ) tag = in.pass(tag, 0);
    return new Settings_Stub.All();
  }

  static void writeAllResponse(ProtoWriter out, Map<String, String> result) {
    List<Map.Entry<String, String>> resultGiven = entries(result, "the result of Settings.all");
    for (int i = resultGiven.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeAllResponseResultEntry(out, resultGiven.get(i));
      out.end(1, begun);
    }
  }

  static Map<String, String> readAllResponse(ProtoReader in) {
    Map<String, String> result = new LinkedHashMap<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        int outer = in.enter(tag);
        readAllResponseResultEntry(in, result);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return Collections.unmodifiableMap(result);
  }

  private static void writeAllResponseResultEntry(
      ProtoWriter out, Map.Entry<String, String> entry) {
    out.string(2, present(entry.getValue(), "the result of Settings.all"));
    out.string(1, present(entry.getKey(), "the result of Settings.all"));
  }

  private static void readAllResponseResultEntry(ProtoReader in, Map<String, String> entries) {
    String key = "";
    String value = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        value = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    entries.put(key, value);
  }
}
