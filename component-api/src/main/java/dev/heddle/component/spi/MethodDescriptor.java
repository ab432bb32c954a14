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
 */
public record MethodDescriptor(
    int index, String name, String rpcName, boolean idempotent, boolean routed) {}
