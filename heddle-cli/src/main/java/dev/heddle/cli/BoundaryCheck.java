package dev.heddle.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.heddle.rules.Boundaries;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Judges an application's class files by the rules; nothing of it is loaded or run. */
final class BoundaryCheck {
  private final UnpackedApplication application;
  private final Sources sources;

  BoundaryCheck(UnpackedApplication application, Sources sources) {
    this.application = application;
    this.sources = sources;
  }

  List<Crossing> crossings(List<Set<String>> allowedCycles) throws IOException {
    Boundaries boundaries = Boundaries.of(classes());
    if (!boundaries.hasComponents()) {
      throw CommandFailure.failed(
          "the application has no component. Mark an interface with @ComponentInterface and its"
              + " implementation with @ComponentImplementation, and put component-codegen on the"
              + " compiler's annotationProcessorPaths");
    }
    return boundaries.violations(allowedCycles).stream()
        .map(violation -> Crossing.of(violation, sources))
        .toList();
  }

  private JavaClasses classes() throws IOException {
    // What an annotation of a library is annotated with stands in the library.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader libraries = libraries()) {
      thread.setContextClassLoader(libraries);
      return new ClassFileImporter()
          .importLocations(application.own().stream().map(BoundaryCheck::location).toList());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private URLClassLoader libraries() throws MalformedURLException {
    URL[] urls = new URL[application.libraries().size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = application.libraries().get(i).toUri().toURL();
    }
    return new URLClassLoader("application", urls, ClassLoader.getPlatformClassLoader());
  }

  private static Location location(Path place) {
    return place.toString().endsWith(".jar")
        ? Location.of(java.net.URI.create("jar:" + place.toUri() + "!/"))
        : Location.of(place);
  }
}
