package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The components and implementations that an application could be made of.
 *
 * @param components their descriptors, by name
 * @param implementations their descriptors, by class name
 */
public record ComponentCatalog(
    List<ComponentDescriptor<?>> components, List<ImplementationDescriptor<?>> implementations) {

  private static final String INDEX = "classpath*:META-INF/heddle/";

  /** Copies and sorts the lists. */
  public ComponentCatalog {
    components =
        components.stream()
            .sorted(
                Comparator.<ComponentDescriptor<?>, String>comparing(ComponentDescriptor::name)
                    .thenComparing(component -> component.type().getName()))
            .toList();
    implementations =
        implementations.stream()
            .sorted(
                Comparator.comparing(
                    (ImplementationDescriptor<?> implementation) ->
                        implementation.type().getName()))
            .toList();
  }

  /**
   * Everything that the annotation processor left on a class path.
   *
   * @throws IllegalStateException when an index names a class that cannot be loaded
   */
  public static ComponentCatalog discover(ClassLoader classLoader) {
    List<ComponentDescriptor<?>> components = new ArrayList<>();
    for (Object descriptor : load(classLoader, "components")) {
      components.add((ComponentDescriptor<?>) descriptor);
    }
    List<ImplementationDescriptor<?>> implementations = new ArrayList<>();
    for (Object descriptor : load(classLoader, "implementations")) {
      implementations.add((ImplementationDescriptor<?>) descriptor);
    }
    return new ComponentCatalog(components, implementations);
  }

  private static List<Object> load(ClassLoader classLoader, String folder) {
    try {
      Resource[] entries =
          new PathMatchingResourcePatternResolver(classLoader).getResources(INDEX + folder + "/*");
      // A module may be on the class path twice, as a folder and as a jar.
      Set<String> names = new TreeSet<>();
      for (Resource entry : entries) {
        String name = entry.getFilename();
        if (name != null) names.add(name);
      }
      return names.stream().map(name -> instance(classLoader, name)).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("the class path cannot be searched for components", failure);
    }
  }

  private static Object instance(ClassLoader classLoader, String name) {
    try {
      Constructor<?> constructor = Class.forName(name, true, classLoader).getDeclaredConstructor();
      return constructor.newInstance();
    } catch (ReflectiveOperationException | LinkageError failure) {
      throw new IllegalStateException(
          "META-INF/heddle names "
              + name
              + ", which cannot be loaded; build the module that"
              + " holds it again",
          failure);
    }
  }
}
