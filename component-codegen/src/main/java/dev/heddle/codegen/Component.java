package dev.heddle.codegen;

import java.util.List;
import java.util.Set;

/**
 * A component interface, read and found free of errors.
 *
 * @param java the interface
 * @param base what the names of its generated classes begin with
 * @param name the component's name
 * @param protoPackage package of its .proto
 * @param methods its methods by index
 * @param messages everything its .proto and codec hold beside requests and responses
 * @param memberTypes simple names of types that a class inherits by implementing the interface
 */
record Component(
    TypeName java,
    String base,
    String name,
    String protoPackage,
    List<Method> methods,
    List<Message> messages,
    Set<String> memberTypes) {

  String packageName() {
    return java.packageName();
  }

  String serviceName() {
    return protoPackage + "." + name;
  }

  /** Where the .proto stands on the class path. */
  String protoResource() {
    return "META-INF/heddle/proto/" + protoPackage.replace('.', '/') + "/" + name + ".proto";
  }

  String generated(String suffix) {
    return base + "_" + suffix;
  }

  /** A generated class, as a type. */
  TypeName generatedType(String suffix) {
    return TypeName.of(packageName(), generated(suffix));
  }
}
