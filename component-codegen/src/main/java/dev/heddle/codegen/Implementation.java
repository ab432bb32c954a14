package dev.heddle.codegen;

import java.util.List;
import java.util.Set;

/**
 * A component's implementation, read and found free of errors.
 *
 * @param java the class
 * @param base what the names of its generated classes begin with
 * @param component the component interface
 * @param componentDescriptor that interface's generated descriptor
 * @param sandboxable whether its runtime is WASM
 * @param name what configuration may call it; empty for nothing
 * @param primary whether it runs where configuration chooses none
 * @param maxReplicas in how many processes it may run; 0 for any number
 * @param streams whether a method of the component takes or returns a stream
 * @param dependencies its constructor's parameters
 * @param publications which of them publish events
 */
record Implementation(
    TypeName java,
    String base,
    TypeName component,
    TypeName componentDescriptor,
    boolean sandboxable,
    String name,
    boolean primary,
    int maxReplicas,
    boolean streams,
    List<Parameter> dependencies,
    List<Publication> publications) {

  /**
   * One constructor parameter.
   *
   * @param type what is asked for; what an {@code Optional} is to hold
   * @param optional whether it is an {@code Optional}
   * @param descriptor generated descriptor of a component's or capability's interface, or binding
   *     of a record of settings; the type itself where nothing is generated
   */
  record Parameter(String name, TypeName type, Kind kind, boolean optional, TypeName descriptor) {
    boolean described() {
      return !descriptor.equals(type);
    }
  }

  private static final Set<String> SPECIAL =
      Set.of("java.time.InstantSource", "dev.heddle.component.capability.EventPublisher");

  /** Whether a capability enters a sandbox in a way of its own, not as what is generated for it. */
  static boolean special(TypeName capability) {
    return SPECIAL.contains(capability.qualified());
  }

  enum Kind {
    COMPONENT,
    CAPABILITY,
    SETTINGS,
    BEAN
  }

  String generated(String suffix) {
    return base + "_" + suffix;
  }
}
