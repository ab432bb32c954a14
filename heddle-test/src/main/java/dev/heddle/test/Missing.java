package dev.heddle.test;

import java.lang.reflect.Proxy;

/** Stands where a test has nothing to offer, and says so when it is called. */
final class Missing {
  private Missing() {}

  static <T> T of(Class<T> type) {
    Object refusing =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                  case "toString" -> "no " + type.getSimpleName();
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> proxy == arguments[0];
                };
              }
              throw new IllegalStateException(
                  "a test offers only plain components and built-in capabilities: "
                      + type.getName()
                      + "."
                      + method.getName()
                      + " was called. Give the test a field '@Fake "
                      + type.getSimpleName()
                      + " ...'");
            });
    return type.cast(refusing);
  }
}
