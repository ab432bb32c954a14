package dev.heddle.component.capability;

import static dev.heddle.component.wire.Conversions.entries;
import static dev.heddle.component.wire.Conversions.indexed;
import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Values of {@link HttpCaller} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class HttpCaller_Codec {
  private static final HttpCallException.Reason[] REASON_CONSTANTS =
      HttpCallException.Reason.values();

  private HttpCaller_Codec() {}

  static void writeCallRequest(ProtoWriter out, HttpCaller_Stub.Call call) {
    int requestBegun = out.begin();
    writeRequest(out, present(call.request(), "HttpCaller.call(request)"));
    out.end(1, requestBegun);
  }

  static HttpCaller_Stub.Call readCallRequest(ProtoReader in) {
    HttpCaller.Request request = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        request = readRequest(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new HttpCaller_Stub.Call(required(request, "HttpCaller.call(request)"));
  }

  static void writeCallResponse(ProtoWriter out, HttpCaller.Response result) {
    int resultBegun = out.begin();
    writeResponse(out, present(result, "the result of HttpCaller.call"));
    out.end(1, resultBegun);
  }

  static void writeCallResponse(ProtoWriter out, HttpCallException failure) {
    int begun = out.begin();
    writeHttpCallException(out, failure);
    out.end(2, begun);
  }

  static HttpCaller.Response readCallResponse(ProtoReader in) throws HttpCallException {
    HttpCaller.Response result = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        result = readResponse(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readHttpCallException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return required(result, "the result of HttpCaller.call");
  }

  static void writeRequest(ProtoWriter out, HttpCaller.Request request) {
    out.duration(5, present(request.timeout(), "Request.timeout"));
    byte[] body = present(request.body(), "Request.body");
    if (body.length != 0) out.bytes(4, body);
    List<Map.Entry<String, List<String>>> headers = entries(request.headers(), "Request.headers");
    for (int i = headers.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeRequestHeadersEntry(out, headers.get(i));
      out.end(3, begun);
    }
    out.string(2, present(request.uri(), "Request.uri").toString());
    String method = present(request.method(), "Request.method");
    if (!method.isEmpty()) out.string(1, method);
  }

  static HttpCaller.Request readRequest(ProtoReader in) {
    String method = "";
    URI uri = null;
    Map<String, List<String>> headers = new LinkedHashMap<>();
    byte[] body = new byte[0];
    Duration timeout = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        method = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        uri = Conversions.uri(in.string(tag), "Request.uri");
        tag = in.tag();
      }
      while (tag == 26) {
        int outer = in.enter(tag);
        readRequestHeadersEntry(in, headers);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 34) {
        body = in.bytes(tag);
        tag = in.tag();
      }
      if (tag == 42) {
        timeout = in.duration(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 5);
    }
    return new HttpCaller.Request(
        method,
        required(uri, "Request.uri"),
        Collections.unmodifiableMap(headers),
        body,
        required(timeout, "Request.timeout"));
  }

  private static void writeRequestHeadersEntry(
      ProtoWriter out, Map.Entry<String, List<String>> entry) {
    int valueBegun = out.begin();
    writeListOfString(out, present(entry.getValue(), "Request.headers"));
    out.end(2, valueBegun);
    out.string(1, present(entry.getKey(), "Request.headers"));
  }

  private static void readRequestHeadersEntry(ProtoReader in, Map<String, List<String>> entries) {
    String key = "";
    List<String> value = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        value = readListOfString(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    entries.put(key, required(value, "Request.headers"));
  }

  static void writeListOfString(ProtoWriter out, List<String> wrapped) {
    List<String> items = indexed(wrapped, "ListOfString.items");
    for (int i = items.size() - 1; i >= 0; i--) {
      out.string(1, present(items.get(i), "ListOfString.items"));
    }
  }

  static List<String> readListOfString(ProtoReader in) {
    List<String> items = new ArrayList<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        items.add(in.string(tag));
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return Collections.unmodifiableList(items);
  }

  static void writeResponse(ProtoWriter out, HttpCaller.Response response) {
    byte[] body = present(response.body(), "Response.body");
    if (body.length != 0) out.bytes(3, body);
    List<Map.Entry<String, List<String>>> headers = entries(response.headers(), "Response.headers");
    for (int i = headers.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeResponseHeadersEntry(out, headers.get(i));
      out.end(2, begun);
    }
    int status = response.status();
    if (status != 0) out.int32(1, status);
  }

  static HttpCaller.Response readResponse(ProtoReader in) {
    int status = 0;
    Map<String, List<String>> headers = new LinkedHashMap<>();
    byte[] body = new byte[0];
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        status = in.int32(tag);
        tag = in.tag();
      }
      while (tag == 18) {
        int outer = in.enter(tag);
        readResponseHeadersEntry(in, headers);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 26) {
        body = in.bytes(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return new HttpCaller.Response(status, Collections.unmodifiableMap(headers), body);
  }

  private static void writeResponseHeadersEntry(
      ProtoWriter out, Map.Entry<String, List<String>> entry) {
    int valueBegun = out.begin();
    writeListOfString(out, present(entry.getValue(), "Response.headers"));
    out.end(2, valueBegun);
    out.string(1, present(entry.getKey(), "Response.headers"));
  }

  private static void readResponseHeadersEntry(ProtoReader in, Map<String, List<String>> entries) {
    String key = "";
    List<String> value = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        value = readListOfString(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    entries.put(key, required(value, "Response.headers"));
  }

  static void writeHttpCallException(ProtoWriter out, HttpCallException httpCallException) {
    String message = present(Conversions.message(httpCallException), "HttpCallException.message");
    if (!message.isEmpty()) out.string(2, message);
    out.int32(1, present(httpCallException.reason(), "HttpCallException.reason").ordinal() + 1);
  }

  static HttpCallException readHttpCallException(ProtoReader in) {
    HttpCallException.Reason reason = null;
    String message = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        reason = readReason(in.int32(tag), "HttpCallException.reason");
        tag = in.tag();
      }
      if (tag == 18) {
        message = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    try {
      return new HttpCallException(required(reason, "HttpCallException.reason"), message);
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("HttpCallException", refusal);
    }
  }

  static HttpCallException.Reason readReason(int number, String field) {
    if (number == 0) throw MalformedMessageException.missing(field);
    if (number < 0 || number > REASON_CONSTANTS.length) {
      throw MalformedMessageException.invalid(field, "constant " + number);
    }
    return REASON_CONSTANTS[number - 1];
  }
}
