package dev.heddle.core.capability;

import dev.heddle.component.capability.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;

/** One component's secrets among those of all; keeps the limits of names. */
public final class ScopedSecrets implements Secrets {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final Secrets shared;
  private final String component;

  /** The secrets of {@code component}, which {@code shared} knows as {@code component/name}. */
  public ScopedSecrets(Secrets shared, String component) {
    this.shared = shared;
    this.component = component;
  }

  @Override
  public Optional<String> get(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a secret's name is 1 to 128 letters, digits, dots, hyphens and underscores and begins"
              + " with a letter or digit");
    }
    return shared.get(component + "/" + name);
  }

  /** Names the component and no secret. */
  @Override
  public String toString() {
    return "secrets of " + component;
  }
}
