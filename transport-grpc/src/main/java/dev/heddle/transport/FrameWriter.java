package dev.heddle.transport;

import static dev.heddle.transport.FrameBuffer.bytesSize;
import static dev.heddle.transport.FrameBuffer.lengthSize;
import static dev.heddle.transport.FrameBuffer.numberSize;

import dev.heddle.core.RequestContext;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.ProcessIdentity;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Writes frames. For one thread at a time. */
final class FrameWriter {
  private static final int TRACE_BYTES = 24;
  private static final byte[] NOTHING = {};

  private final FrameBuffer out = new FrameBuffer();

  /** Bytes so far. */
  int size() {
    return out.size();
  }

  /** What was written, valid until the next {@link #reset}. */
  Batch batch() {
    return out.batch();
  }

  /** Forgets what was written. */
  void reset() {
    out.reset();
  }

  void hello(ProcessIdentity process) {
    Identity identity = Identity.of(process);
    out.frame(FrameKind.HELLO, identity.size());
    identity.write(out);
  }

  void welcome(ProcessIdentity process, List<String> components, ServerState state) {
    Identity identity = Identity.of(process);
    List<byte[]> names = components.stream().map(FrameBuffer::text).toList();
    out.frame(FrameKind.WELCOME, identity.size() + listSize(names) + numberSize(state.number()));
    identity.write(out);
    list(6, names);
    out.number(7, state.number());
  }

  void state(ServerState state) {
    out.frame(FrameKind.STATE, numberSize(state.number()));
    out.number(1, state.number());
  }

  void edge(int id, String caller, String component) {
    byte[] from = FrameBuffer.text(caller);
    byte[] to = FrameBuffer.text(component);
    out.frame(FrameKind.EDGE, numberSize(id) + bytesSize(from.length) + bytesSize(to.length));
    out.number(1, id);
    out.bytes(2, from);
    out.bytes(3, to);
  }

  void call(long id, int edge, int method, byte[] request, Optional<RequestContext> context) {
    boolean whole = request.length <= TunnelLimits.WHOLE_BYTES;
    int fields =
        numberSize(id)
            + numberSize(edge)
            + numberSize(method)
            + (whole ? bytesSize(request.length) : numberSize(request.length));
    if (context.isPresent()) {
      call(fields, id, edge, method, request, context.get());
      return;
    }
    out.frame(FrameKind.CALL, fields);
    target(id, edge, method, request);
    if (whole) out.bytes(6, request);
  }

  private void call(
      int others, long id, int edge, int method, byte[] request, RequestContext context) {
    byte[] requester = FrameBuffer.text(context.caller());
    TraceContext trace = context.trace();
    long micros = context.remaining().toNanos() / 1_000;
    // Read before anything is written, for a wrong one throws.
    long high = HexFormat.fromHexDigitsToLong(trace.traceId(), 0, 16);
    long low = HexFormat.fromHexDigitsToLong(trace.traceId(), 16, 32);
    long parent = HexFormat.fromHexDigitsToLong(trace.parentId(), 0, 16);
    int sampled = trace.sampled() ? 1 : 0;
    int trail = context.trail().isPresent() ? 1 : 0;
    long recorded = context.recordedCall();
    int inner =
        numberSize(micros)
            + lengthSize(TRACE_BYTES)
            + TRACE_BYTES
            + numberSize(sampled)
            + bytesSize(requester.length)
            + numberSize(trail)
            + numberSize(recorded);
    out.frame(FrameKind.CALL, others + lengthSize(inner) + inner);
    target(id, edge, method, request);
    out.length(5, inner);
    out.number(1, micros);
    out.length(2, TRACE_BYTES);
    out.fixed(high);
    out.fixed(low);
    out.fixed(parent);
    out.number(3, sampled);
    out.bytes(4, requester);
    out.number(5, trail);
    out.number(6, recorded);
    if (request.length <= TunnelLimits.WHOLE_BYTES) out.bytes(6, request);
  }

  private void target(long id, int edge, int method, byte[] request) {
    out.number(1, id);
    out.number(2, edge);
    out.number(3, method);
    if (request.length > TunnelLimits.WHOLE_BYTES) out.number(4, request.length);
  }

  void reply(long id, byte[] response, List<String> trail) {
    message(FrameKind.REPLY, id, response, trail);
  }

  void element(long id, byte[] message) {
    message(FrameKind.ELEMENT, id, message, List.of());
  }

  void end(long id, List<String> trail) {
    message(FrameKind.END, id, NOTHING, trail);
  }

  private void message(int kind, long id, byte[] message, List<String> trail) {
    boolean whole = message.length <= TunnelLimits.WHOLE_BYTES;
    List<byte[]> lines = lines(trail);
    out.frame(
        kind,
        numberSize(id)
            + (whole ? bytesSize(message.length) : numberSize(message.length))
            + listSize(lines));
    out.number(1, id);
    if (!whole) out.number(2, message.length);
    list(3, lines);
    if (whole) out.bytes(4, message);
  }

  void refused(long id, int reason, String message) {
    byte[] text = FrameBuffer.text(message);
    out.frame(FrameKind.REFUSED, numberSize(id) + numberSize(reason) + bytesSize(text.length));
    out.number(1, id);
    out.number(2, reason);
    out.bytes(3, text);
  }

  void broken(long id, String message) {
    byte[] text = FrameBuffer.text(message);
    out.frame(FrameKind.BROKEN, numberSize(id) + bytesSize(text.length));
    out.number(1, id);
    out.bytes(2, text);
  }

  void cancel(long id) {
    numbered(FrameKind.CANCEL, id, 0);
  }

  void opened(long id) {
    numbered(FrameKind.OPENED, id, 0);
  }

  void next(long id, int count) {
    numbered(FrameKind.NEXT, id, count);
  }

  /** All of a chunk but its bytes, which must come next. */
  void chunkBefore(long id, int length) {
    out.frame(FrameKind.CHUNK, numberSize(id) + lengthSize(length) + length);
    out.number(1, id);
    out.length(2, length);
  }

  void credit(long id, int bytes) {
    numbered(FrameKind.CREDIT, id, bytes);
  }

  private void numbered(int kind, long id, int number) {
    out.frame(kind, numberSize(id) + numberSize(number));
    out.number(1, id);
    out.number(2, number);
  }

  private void list(int field, List<byte[]> texts) {
    for (byte[] text : texts) {
      out.length(field, text.length);
      out.raw(text);
    }
  }

  private static List<byte[]> lines(List<String> trail) {
    if (trail.isEmpty()) return List.of();
    return trail.stream().limit(TunnelLimits.TRAIL_LINES).map(FrameBuffer::text).toList();
  }

  private static int listSize(List<byte[]> texts) {
    int size = 0;
    for (byte[] text : texts) size += lengthSize(text.length) + text.length;
    return size;
  }

  /** The fields that a hello and a welcome share. */
  private record Identity(byte[] application, byte[] revision, byte[] process, long pid) {
    static Identity of(ProcessIdentity process) {
      return new Identity(
          FrameBuffer.text(process.application()),
          FrameBuffer.text(process.revision()),
          FrameBuffer.text(process.process()),
          process.pid());
    }

    int size() {
      return numberSize(TunnelLimits.PROTOCOL)
          + bytesSize(application.length)
          + bytesSize(revision.length)
          + bytesSize(process.length)
          + numberSize(pid);
    }

    void write(FrameBuffer out) {
      out.number(1, TunnelLimits.PROTOCOL);
      out.bytes(2, application);
      out.bytes(3, revision);
      out.bytes(4, process);
      out.number(5, pid);
    }
  }
}
