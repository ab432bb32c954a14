package dev.heddle.core.spring;

import static java.util.Objects.requireNonNull;

import dev.heddle.core.AssemblyException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why applications do not start. */
final class Assemblies {
  private Assemblies() {}

  /** What is wrong with the application, among the causes of a failure. */
  static AssemblyException cause(@Nullable Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, cause -> requireNonNull(cause).getCause())
        .filter(AssemblyException.class::isInstance)
        .map(AssemblyException.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
