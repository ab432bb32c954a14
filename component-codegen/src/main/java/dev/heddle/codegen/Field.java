package dev.heddle.codegen;

/**
 * One field of a message.
 *
 * @param number its number
 * @param name name of the Java component or parameter
 * @param proto name in the .proto
 * @param type what it holds
 * @param place how errors name it, such as {@code LineItem.price}
 * @param accessor Java expression for it, in which {@code %s} is the object that holds it
 */
record Field(int number, String name, String proto, ValueType type, String place, String accessor) {

  /** The field that holds one element, if this stands for a stream of them. */
  Field single() {
    return type instanceof ValueType.Streamed(ValueType element)
        ? new Field(number, name, proto, element, "an element of " + place, "%s")
        : this;
  }

  boolean streamed() {
    return type instanceof ValueType.Streamed;
  }

  /** A component of a record. */
  static Field component(int number, String name, ValueType type, String place) {
    return new Field(number, name, Names.snake(name), type, place, "%s." + name + "()");
  }
}
