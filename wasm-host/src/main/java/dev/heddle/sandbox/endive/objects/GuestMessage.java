package dev.heddle.sandbox.endive.objects;

/** The struct around an array of bytes in which a Java guest is handed a message. */
public interface GuestMessage {

  /** The array. */
  Object content();

  /** Changes the array. */
  void content(Object array);
}
