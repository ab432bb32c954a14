package dev.heddle.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of one component, each with a name of its own, in order of discovery. */
final class Messages {
  private final Names names;
  private final Map<String, String> nameOfType = new HashMap<>();
  private final Map<String, Message> read = new LinkedHashMap<>();

  /** No messages yet; {@code reserved} are names that no message may have. */
  Messages(List<String> reserved) {
    this.names = new Names(java.util.Set.copyOf(reserved));
  }

  /** The name given to a type's message, which may still be being read when types recur. */
  Optional<String> nameOf(TypeName type) {
    return Optional.ofNullable(nameOfType.get(type.toString()));
  }

  /** Gives a type's message a name, and its place in the order. */
  String begin(TypeName type, String label) {
    List<String> candidates = new ArrayList<>();
    candidates.add(label);
    if (type.arguments().isEmpty()) candidates.add(type.path().replace(".", ""));
    String name = names.unique(candidates);
    nameOfType.put(type.toString(), name);
    read.put(type.toString(), new Message.OfEnum(name, type, List.of()));
    return name;
  }

  /** The message of a type that was begun. */
  void end(Message message) {
    read.put(message.java().toString(), message);
  }

  /** The fields of a record that was read; empty when it could not be. */
  List<Field> fields(TypeName record) {
    return read.get(record.toString()) instanceof Message.OfRecord known
        ? known.fields()
        : List.of();
  }

  List<Message> all() {
    return List.copyOf(read.values());
  }
}
