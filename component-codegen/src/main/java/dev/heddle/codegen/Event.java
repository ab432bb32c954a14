package dev.heddle.codegen;

import java.util.List;
import java.util.Optional;

/**
 * An event type, read and found free of errors.
 *
 * @param java the record or sealed interface
 * @param name the event's name
 * @param shared whether several components may publish it
 * @param protoPackage package of its .proto
 * @param message name of its message
 * @param keys the records that an event can be, with their keys
 * @param messages everything its .proto and codec hold
 */
record Event(
    TypeName java,
    String name,
    boolean shared,
    String protoPackage,
    String message,
    List<Key> keys,
    List<Message> messages) {

  /**
   * A record and its key.
   *
   * @param component the record's component that is the key, if any is
   */
  record Key(TypeName java, Optional<Field> component) {}

  /** Where the .proto stands on the class path. */
  String protoResource() {
    return "META-INF/heddle/proto/" + protoPackage.replace('.', '/') + "/" + name + ".proto";
  }

  TypeName generatedType(String suffix) {
    return generatedType(java, suffix);
  }

  /** The generated descriptor of an event type. */
  static TypeName descriptor(TypeName event) {
    return generatedType(event, "Event");
  }

  private static TypeName generatedType(TypeName event, String suffix) {
    return TypeName.of(event.packageName(), ComponentReader.base(event) + "_" + suffix);
  }
}
