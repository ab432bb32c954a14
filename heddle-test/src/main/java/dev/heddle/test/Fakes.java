package dev.heddle.test;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test puts in the place of real components and capabilities.
 *
 * @param values by the type that they stand for
 */
record Fakes(Map<Class<?>, Object> values) {

  Fakes {
    values = Map.copyOf(values);
  }

  /** The fakes in the fields of test instances, the outermost first; an inner one wins. */
  static Fakes of(List<Object> testInstances) {
    Map<Class<?>, Object> values = new HashMap<>();
    for (Object instance : testInstances) {
      for (Field field : AnnotationSupport.findAnnotatedFields(instance.getClass(), Fake.class)) {
        values.put(field.getType(), value(field, instance));
      }
    }
    return new Fakes(values);
  }

  private static Object value(Field field, Object instance) {
    String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
    if (!TestApplication.replaceable(field.getType())) {
      throw new ExtensionConfigurationException(
          "a fake stands for a component or a capability: @Fake "
              + name
              + " is a "
              + field.getType().getName()
              + ". Declare the field with the interface's type");
    }
    try {
      field.setAccessible(true);
      @Nullable Object value = field.get(instance);
      if (value != null) return value;
    } catch (IllegalAccessException impossible) {
      throw new AssertionError("the field was made accessible", impossible);
    }
    throw new ExtensionConfigurationException(
        "a fake is there before the test: @Fake " + name + " is null. Initialize the field");
  }
}
