package dev.heddle.sandbox.admission;

import java.io.File;
import java.util.List;

/** The arguments with which another JVM runs a class of this one's. */
final class ChildClassPath {
  private static final String BOOT_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private ChildClassPath() {}

  /**
   * In an executable jar of Spring Boot the class path is that jar, which only its launcher reads.
   */
  static List<String> arguments(Class<?> main) {
    String classPath = System.getProperty("java.class.path");
    boolean executableJar = !classPath.contains(File.pathSeparator) && hasLauncher();
    return executableJar
        ? List.of("-cp", classPath, "-Dloader.main=" + main.getName(), BOOT_LAUNCHER)
        : List.of("-cp", classPath, main.getName());
  }

  private static boolean hasLauncher() {
    try {
      Class.forName(BOOT_LAUNCHER, false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
