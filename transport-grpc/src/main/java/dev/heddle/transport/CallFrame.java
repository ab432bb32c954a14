package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.IncomingCall;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A call's beginning.
 *
 * @param total length of the request when it follows in chunks, else 0
 * @param request whole, when total is 0
 */
record CallFrame(
    long id,
    int edge,
    int method,
    int total,
    byte[] request,
    Optional<IncomingCall.Context> context) {
  private static final byte[] EMPTY = {};
  private static final HexFormat HEX = HexFormat.of();
  private static final long LONGEST_MICROS = 86_400_000_000L;

  static CallFrame read(FrameReader in, int longest) {
    long id = 0;
    int edge = 0;
    int method = 0;
    int total = 0;
    byte[] request = EMPTY;
    Optional<IncomingCall.Context> context = Optional.empty();
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 1 << 3 -> id = in.varint();
        case 2 << 3 -> edge = in.number(TunnelLimits.EDGES);
        case 3 << 3 -> method = in.number(Integer.MAX_VALUE);
        case 4 << 3 -> total = in.number(longest);
        case 5 << 3 | 2 -> context = Optional.of(context(in));
        case 6 << 3 | 2 -> request = in.bytes();
        default -> in.skip(tag);
      }
    }
    return new CallFrame(id, edge, method, total, request, context);
  }

  private static IncomingCall.Context context(FrameReader in) {
    int outer = in.enter();
    long micros = 0;
    boolean sampled = false;
    String requester = "";
    boolean trail = false;
    long recordedCall = 0;
    long high = 0;
    long low = 0;
    long parent = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 1 << 3 -> micros = Math.clamp(in.varint(), 0, LONGEST_MICROS);
        case 2 << 3 | 2 -> {
          int context = in.enter();
          high = in.fixed();
          low = in.fixed();
          parent = in.fixed();
          if (in.tag() != 0) throw new MalformedMessageException("a trace of another length");
          in.leave(context);
        }
        case 3 << 3 -> sampled = in.bool();
        case 4 << 3 | 2 -> requester = in.text();
        case 5 << 3 -> trail = in.bool();
        case 6 << 3 -> recordedCall = in.varint();
        default -> in.skip(tag);
      }
    }
    in.leave(outer);
    TraceContext trace =
        new TraceContext(
            HEX.toHexDigits(high).concat(HEX.toHexDigits(low)), HEX.toHexDigits(parent), sampled);
    return new IncomingCall.Context(requester, trace, micros * 1_000, trail, recordedCall);
  }
}
