package dev.heddle.component.spi;

/**
 * One method of a component.
 *
 * @param index position among the component's methods, from 0; it names the method on the wire
 *     between processes of one revision
 * @param name Java name, unique in the component
 * @param rpcName name in the generated .proto
 * @param idempotent whether a failed call may be retried
 * @param routed whether a parameter is the routing key
 * @param streams which sides of a call are streams
 */
public record MethodDescriptor(
    int index, String name, String rpcName, boolean idempotent, boolean routed, Streams streams) {

  /** Which sides of a call are streams. */
  public enum Streams {
    /** One request, one response. */
    NONE,
    /** The method takes a stream. */
    TAKEN,
    /** The method returns a stream. */
    RETURNED,
    /** The method takes one and returns one. */
    BOTH;

    /** Whether a parameter is a stream. */
    public boolean taken() {
      return this == TAKEN || this == BOTH;
    }

    /** Whether the result is a stream. */
    public boolean returned() {
      return this == RETURNED || this == BOTH;
    }
  }

  /** A method without streams. */
  public MethodDescriptor(
      int index, String name, String rpcName, boolean idempotent, boolean routed) {
    this(index, name, rpcName, idempotent, routed, Streams.NONE);
  }
}
