package dev.heddle.sandbox.endive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import run.endive.compiler.internal.ClassCollector;

/** The class files that the compiler makes of a module. */
final class CompiledClasses implements ClassCollector {
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private String mainClass = "";

  @Override
  public String mainClassName() {
    return mainClass;
  }

  @Override
  public void putMainClass(String className, byte[] bytes) {
    mainClass = className.replace('/', '.');
    put(className, bytes);
  }

  @Override
  public void put(String name, byte[] data) {
    classes.put(name.replace('/', '.'), data);
  }

  @Override
  public void putAll(ClassCollector collector) {
    classes.putAll(collector.classBytes());
  }

  @Override
  public Map<String, byte[]> classBytes() {
    return Collections.unmodifiableMap(classes);
  }

  @Override
  public byte[] resolve(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      if (in == null) throw new IOException("no " + file);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
