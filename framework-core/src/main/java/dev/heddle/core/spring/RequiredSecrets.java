package dev.heddle.core.spring;

import dev.heddle.component.capability.SecretUnreadableException;
import dev.heddle.component.capability.Secrets;
import dev.heddle.core.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Secrets without which a component is of no use.
 *
 * @param key the component, as the configuration names it
 * @param names names of the secrets
 */
record RequiredSecrets(String key, List<String> names) {

  /** What is wrong with them. */
  List<Problem> problems(Supplier<Secrets> secrets) {
    if (names.isEmpty()) return List.of();
    Secrets own = secrets.get();
    return names.stream().map(name -> problem(own, name)).flatMap(Optional::stream).toList();
  }

  private Optional<Problem> problem(Secrets own, String name) {
    try {
      return own.get(name).isPresent()
          ? Optional.empty()
          : Optional.of(problem(name, "is not there"));
    } catch (SecretUnreadableException | IllegalArgumentException failure) {
      return Optional.of(problem(name, "is no use: " + failure.getMessage()));
    }
  }

  private Problem problem(String name, String found) {
    return new Problem(
        "a required secret is there",
        "'" + name + "' of heddle.components." + key + ".required-secrets " + found,
        "Provide it as a file below heddle.secrets.directory or as an environment variable with the"
            + " prefix heddle.secrets.environment-prefix, or do not require it");
  }
}
