package dev.heddle.sandbox.endive;

import java.util.Map;

/** Defines the classes of one compiled module when they are first used. */
final class GuestClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;

  GuestClassLoader(Map<String, byte[]> classes) {
    super("heddle-guest", GuestClassLoader.class.getClassLoader());
    this.classes = Map.copyOf(classes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) throw new ClassNotFoundException(name);
    return defineClass(name, bytes, 0, bytes.length);
  }
}
