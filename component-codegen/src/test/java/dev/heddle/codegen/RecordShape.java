package dev.heddle.codegen;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What reflection tells of a record, asked once: it parses everything each time. */
record RecordShape(
    Constructor<?> constructor, List<String> names, List<Type> types, List<Method> accessors) {
  private static final Map<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

  static RecordShape of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, RecordShape::read);
  }

  private static RecordShape read(Class<?> type) {
    List<RecordComponent> components = List.of(type.getRecordComponents());
    Class<?>[] parameters =
        components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return new RecordShape(
          type.getDeclaredConstructor(parameters),
          components.stream().map(RecordComponent::getName).toList(),
          components.stream().map(RecordComponent::getGenericType).toList(),
          components.stream().map(RecordComponent::getAccessor).toList());
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
