package dev.heddle.transport;

/** Field numbers of the frames, and of what is in them, as tunnel.proto has them. */
final class FrameKind {
  static final int HELLO = 1;
  static final int WELCOME = 2;
  static final int STATE = 3;
  static final int EDGE = 4;
  static final int CALL = 5;
  static final int REPLY = 6;
  static final int REFUSED = 7;
  static final int BROKEN = 8;
  static final int CANCEL = 9;
  static final int CHUNK = 10;
  static final int CREDIT = 11;
  static final int OPENED = 12;
  static final int NEXT = 13;
  static final int ELEMENT = 14;
  static final int END = 15;

  private FrameKind() {}
}
