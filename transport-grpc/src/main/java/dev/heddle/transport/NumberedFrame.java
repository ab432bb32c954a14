package dev.heddle.transport;

/** A frame that says a number of a call, or only its id. */
record NumberedFrame(long id, int number) {

  static NumberedFrame read(FrameReader in) {
    long id = 0;
    int number = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 1 << 3 -> id = in.varint();
        case 2 << 3 -> number = in.number(TunnelLimits.CREDIT_BYTES);
        default -> in.skip(tag);
      }
    }
    return new NumberedFrame(id, number);
  }

  /** The number of a frame that has no other field. */
  static int state(FrameReader in) {
    int number = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      if (tag == 1 << 3) number = in.number(Integer.MAX_VALUE);
      else in.skip(tag);
    }
    return number;
  }
}
