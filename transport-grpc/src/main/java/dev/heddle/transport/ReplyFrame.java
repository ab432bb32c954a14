package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import java.util.ArrayList;
import java.util.List;

/**
 * A call's end.
 *
 * @param total length of the response when it follows in chunks, else 0
 * @param response whole, when total is 0
 */
record ReplyFrame(long id, int total, byte[] response, List<String> trail) {
  private static final byte[] EMPTY = {};

  static ReplyFrame read(FrameReader in, int longest) {
    long id = 0;
    int total = 0;
    byte[] response = EMPTY;
    List<String> trail = List.of();
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 1 << 3 -> id = in.varint();
        case 2 << 3 -> total = in.number(longest);
        case 3 << 3 | 2 -> trail = line(trail, in.text());
        case 4 << 3 | 2 -> response = in.bytes();
        default -> in.skip(tag);
      }
    }
    return new ReplyFrame(id, total, response, trail);
  }

  private static List<String> line(List<String> trail, String line) {
    if (trail.size() == TunnelLimits.TRAIL_LINES) {
      throw new MalformedMessageException(
          "a trail of more than " + TunnelLimits.TRAIL_LINES + " lines");
    }
    List<String> longer = trail.isEmpty() ? new ArrayList<>() : trail;
    longer.add(line);
    return longer;
  }
}
