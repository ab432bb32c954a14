package dev.heddle.transport;

/** Names a caller and a component. */
record EdgeFrame(int id, String caller, String component) {

  static EdgeFrame read(FrameReader in) {
    int id = 0;
    String caller = "";
    String component = "";
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 1 << 3 -> id = in.number(Integer.MAX_VALUE);
        case 2 << 3 | 2 -> caller = in.text();
        case 3 << 3 | 2 -> component = in.text();
        default -> in.skip(tag);
      }
    }
    return new EdgeFrame(id, caller, component);
  }
}
