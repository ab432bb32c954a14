package dev.heddle.test;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes records apart, and makes them of their components. */
final class RecordValues {
  private RecordValues() {}

  /**
   * A record by its canonical constructor.
   *
   * @throws RefusedValueException when the constructor throws
   */
  static Object make(Class<?> type, List<?> components) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(size -> new Class<?>[size]);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(components.toArray());
    } catch (InvocationTargetException refused) {
      throw new RefusedValueException(refused.getCause());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(type.getName() + " cannot be made", failure);
    }
  }

  /** A record's components, in order. */
  static List<Object> components(Object value) {
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        components.add(component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException failure) {
        throw new IllegalStateException(component + " cannot be read", failure);
      }
    }
    return components;
  }

  /** What a value's own constructor does not take. */
  static final class RefusedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedValueException(@Nullable Throwable reason) {
      super(String.valueOf(reason), reason);
    }
  }
}
