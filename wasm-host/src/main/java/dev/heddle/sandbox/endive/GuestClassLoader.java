package dev.heddle.sandbox.endive;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Defines the classes of one compiled module when they are first used. Nobody else is asked for
 * them: no other class can take a name of theirs, and a class path of many jars is not searched.
 */
final class GuestClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;

  GuestClassLoader(Map<String, byte[]> classes) {
    super("heddle-guest", GuestClassLoader.class.getClassLoader());
    this.classes = new ConcurrentHashMap<>(classes);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(EndiveEngine.PACKAGE)) return super.loadClass(name, resolve);
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) throw new ClassNotFoundException(name);
    Class<?> defined = defineClass(name, bytes, 0, bytes.length);
    // From now on it is found without this.
    classes.remove(name);
    return defined;
  }
}
