package dev.heddle.test;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A type of a component's signature, without type variables.
 *
 * @param raw the class
 * @param arguments its type arguments
 */
record TypeShape(Class<?> raw, List<TypeShape> arguments) {

  static TypeShape of(Type type) {
    return of(type, Map.of());
  }

  private static TypeShape of(Type type, Map<TypeVariable<?>, TypeShape> bound) {
    return switch (type) {
      case Class<?> raw -> new TypeShape(raw, List.of());
      case ParameterizedType generic ->
          new TypeShape(
              (Class<?>) generic.getRawType(),
              Stream.of(generic.getActualTypeArguments()).map(it -> of(it, bound)).toList());
      case TypeVariable<?> variable when bound.containsKey(variable) -> bound.get(variable);
      case GenericArrayType array -> of(array.getGenericComponentType(), bound);
      default -> new TypeShape(Object.class, List.of());
    };
  }

  TypeShape argument(int index) {
    return arguments.get(index);
  }

  /** The shapes of a record's components, in order. */
  List<TypeShape> components() {
    Map<TypeVariable<?>, TypeShape> bound = bindings();
    return Arrays.stream(raw.getRecordComponents())
        .map(RecordComponent::getGenericType)
        .map(type -> of(type, bound))
        .toList();
  }

  /** The records of a sealed interface, in order of their declaration, down to the last. */
  List<TypeShape> permitted() {
    List<TypeShape> records = new ArrayList<>();
    for (Class<?> each : raw.getPermittedSubclasses()) {
      TypeShape subtype = new TypeShape(each, argumentsOf(each));
      if (each.isSealed()) records.addAll(subtype.permitted());
      else records.add(subtype);
    }
    return records;
  }

  /** The type arguments of a subtype, by the variables that it passes on. */
  private List<TypeShape> argumentsOf(Class<?> subtype) {
    Map<TypeVariable<?>, TypeShape> bound = new HashMap<>();
    for (Type parent : subtype.getGenericInterfaces()) {
      if (!(parent instanceof ParameterizedType generic) || generic.getRawType() != raw) continue;
      for (int i = 0; i < arguments.size(); i++) {
        if (generic.getActualTypeArguments()[i] instanceof TypeVariable<?> variable) {
          bound.put(variable, arguments.get(i));
        }
      }
    }
    return Stream.of(subtype.getTypeParameters()).map(it -> of(it, bound)).toList();
  }

  private Map<TypeVariable<?>, TypeShape> bindings() {
    Map<TypeVariable<?>, TypeShape> bound = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) bound.put(raw.getTypeParameters()[i], argument(i));
    return bound;
  }
}
