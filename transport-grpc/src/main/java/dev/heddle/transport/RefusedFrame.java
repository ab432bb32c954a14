package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.core.remote.CallNotBegunException.Reason;

/** A call's end without an answer: not begun for a reason, or broken for none. */
record RefusedFrame(long id, Reason reason, String message) {

  /** The number of a reason on the wire. */
  static int number(Reason reason) {
    return switch (reason) {
      case NOT_READY -> 1;
      case NOT_HOSTED -> 2;
      case OVERLOADED -> 3;
      // Those have no connection to be said on.
      case NOT_CONNECTED, OTHER_REVISION -> 1;
    };
  }

  static RefusedFrame read(FrameReader in) {
    long id = 0;
    int reason = 0;
    String message = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 1 << 3 -> id = in.varint();
        case 2 << 3 -> reason = in.number(3);
        case 3 << 3 | 2 -> message = in.text();
        default -> in.skip(tag);
      }
    }
    return new RefusedFrame(id, reason(reason), message);
  }

  static RefusedFrame readBroken(FrameReader in) {
    long id = 0;
    String message = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 1 << 3 -> id = in.varint();
        case 2 << 3 | 2 -> message = in.text();
        default -> in.skip(tag);
      }
    }
    return new RefusedFrame(id, Reason.OVERLOADED, message);
  }

  private static Reason reason(int number) {
    return switch (number) {
      case 1 -> Reason.NOT_READY;
      case 2 -> Reason.NOT_HOSTED;
      case 3 -> Reason.OVERLOADED;
      default -> throw new MalformedMessageException("a reason " + number);
    };
  }
}
