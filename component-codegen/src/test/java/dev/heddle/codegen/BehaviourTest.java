package dev.heddle.codegen;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the shop with the processor, and beside it some classes each of whose methods is a test:
 * only there can generated classes be named.
 */
final class BehaviourTest {
  private static final List<String> BEHAVIOURS =
      List.of(
          "Behaviour",
          "GuestBehaviour",
          "ImplementationBehaviour",
          "EventBehaviour",
          "StreamBehaviour");

  @TestFactory
  Stream<DynamicTest> theShop(@TempDir Path output) throws ClassNotFoundException {
    List<Path> sources = new ArrayList<>(Compilation.sources("shop"));
    sources.addAll(Compilation.sources("behaviour"));
    ClassLoader classes = Compilation.of(sources, output).classes();
    List<DynamicTest> tests = new ArrayList<>();
    for (String behaviour : BEHAVIOURS) tests.addAll(tests(classes.loadClass("shop." + behaviour)));
    return tests.stream();
  }

  private static List<DynamicTest> tests(Class<?> behaviour) {
    return Arrays.stream(behaviour.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(behaviour, method)))
        .toList();
  }

  private static void run(Class<?> behaviour, Method method) throws Throwable {
    try {
      method.invoke(behaviour.getConstructor().newInstance());
    } catch (InvocationTargetException failed) {
      throw failed.getTargetException();
    }
  }
}
