package dev.heddle.wasm;

import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * An implementation that a module is to be made of.
 *
 * @param component the component interface's binary name
 * @param implementation the annotated class's binary name
 * @param guest binary name of the generated class through which a sandbox reaches it
 * @param dependencies its constructor's parameters
 * @param streams whether the component has methods with streams
 * @param sendsStreams whether a component that it calls takes streams
 */
record Candidate(
    String component,
    String implementation,
    String guest,
    List<Dependency> dependencies,
    boolean streams,
    boolean sendsStreams) {
  private static final String DESCRIPTOR = "_Implementation";

  static Candidate of(ImplementationDescriptor<?> descriptor) {
    String name = descriptor.getClass().getName();
    String base = name.substring(0, name.length() - DESCRIPTOR.length());
    return new Candidate(
        descriptor.component().getName(),
        descriptor.type().getName(),
        base + "_Guest",
        List.copyOf(descriptor.dependencies()),
        any(descriptor.component(), method -> takes(method) || returns(method)),
        descriptor.dependencies().stream()
            .anyMatch(dependency -> any(dependency.type(), Candidate::takes)));
  }

  private static boolean any(Class<?> type, Predicate<Method> condition) {
    return Arrays.stream(type.getMethods()).anyMatch(condition);
  }

  private static boolean takes(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(ValueStream.class);
  }

  private static boolean returns(Method method) {
    return method.getReturnType() == ValueStream.class;
  }

  /** Position of the constructor's parameter of a type, which must be there, if any. */
  OptionalInt position(Class<?> type) {
    return IntStream.range(0, dependencies.size())
        .filter(i -> dependencies.get(i).type() == type && !dependencies.get(i).optional())
        .findFirst();
  }

  /** Binary name of the class that the module exports. */
  String entry() {
    return guest + "Exports";
  }

  /** What people call it: the component's simple name. */
  String label() {
    int end = Math.max(component.lastIndexOf('.'), component.lastIndexOf('$'));
    return component.substring(end + 1);
  }
}
