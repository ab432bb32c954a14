package dev.heddle.core.spring;

import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;

/** What stands behind capabilities before each component is given its part of it. */
interface CapabilitySource {

  /** Whether something stands behind a capability. */
  boolean has(Class<?> type);

  /** What does. */
  <T> T get(Class<T> type);

  /** Spring's beans: the one of the capability's type, or the primary one of several. */
  static CapabilitySource of(ListableBeanFactory beans) {
    return new CapabilitySource() {
      @Override
      public boolean has(Class<?> type) {
        return beans.getBeanNamesForType(type, true, false).length > 0;
      }

      @Override
      public <T> T get(Class<T> type) {
        return beans.getBean(type);
      }
    };
  }

  /** Objects by the capability's type. */
  static CapabilitySource of(Map<Class<?>, Object> objects) {
    return new CapabilitySource() {
      @Override
      public boolean has(Class<?> type) {
        return objects.containsKey(type);
      }

      @Override
      public <T> T get(Class<T> type) {
        Object found = objects.get(type);
        if (found == null) {
          throw new IllegalStateException("nothing stands behind " + type.getName() + " here");
        }
        return type.cast(found);
      }
    };
  }
}
