package dev.heddle.codegen;

import java.util.List;

/** A message or enum of a component's .proto, with the Java type that it stands for. */
sealed interface Message {

  /** Name in the .proto and in the codec's methods. */
  String name();

  TypeName java();

  /** How comments and errors call the Java type. */
  default String title() {
    return java().path();
  }

  /**
   * A record, or the arguments of a method.
   *
   * @param checked whether its constructor may refuse what it is given
   */
  record OfRecord(String name, TypeName java, List<Field> fields, boolean checked)
      implements Message {}

  /** A declared exception; its fields are its constructor's parameters. */
  record OfException(String name, TypeName java, List<Field> fields, boolean unchecked)
      implements Message {}

  /** A sealed interface. Members stand in the order in which they must be tested. */
  record OfSealed(String name, TypeName java, List<Member> members) implements Message {}

  /** One permitted type of a sealed interface. */
  record Member(int number, String proto, ValueType.OfMessage type) {}

  /** An enum. */
  record OfEnum(String name, TypeName java, List<String> constants) implements Message {}

  /** A collection or Optional where Protobuf needs a message around it. */
  record Wrapper(String name, TypeName java, Field field) implements Message {}
}
