package dev.heddle.core.capability;

import dev.heddle.component.capability.SecretUnreadableException;
import dev.heddle.component.capability.Secrets;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Secrets from files and environment variables, asked for as {@code component/name}: the file
 * {@code DIRECTORY/component/name}, as Kubernetes mounts them, or else the variable {@code
 * PREFIX_COMPONENT_NAME} in upper case, with underscores for dots and hyphens. One line break at a
 * file's end is not part of the secret. Files are read at each call. Safe for use by many threads.
 */
public final class LocalSecrets implements Secrets {
  /** What Kubernetes allows for a secret. */
  private static final int LARGEST_FILE = 1024 * 1024;

  private final Optional<Path> directory;
  private final String prefix;
  private final Function<String, Optional<String>> environment;

  /**
   * Secrets of a folder and an environment.
   *
   * @param directory folder with a folder for each component, if there are files
   * @param prefix with what the names of environment variables begin
   * @param environment the value of an environment variable
   */
  public LocalSecrets(
      Optional<Path> directory, String prefix, Function<String, Optional<String>> environment) {
    this.directory = directory;
    this.prefix = prefix;
    this.environment = environment;
  }

  @Override
  public Optional<String> get(String name) {
    return directory
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .map(LocalSecrets::read)
        .or(() -> environment.apply(variable(name)));
  }

  /** Names the sources and no secret. */
  @Override
  public String toString() {
    String variables = "environment variables " + prefix + "*";
    return directory.map(folder -> "files of " + folder + " and ").orElse("") + variables;
  }

  private String variable(String name) {
    return prefix + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static String read(Path file) {
    try (FileInputStream stream = new FileInputStream(file.toFile())) {
      byte[] content = stream.readNBytes(LARGEST_FILE + 1);
      if (content.length > LARGEST_FILE) {
        throw unreadable(file, "it is longer than " + LARGEST_FILE + " bytes");
      }
      return text(content);
    } catch (CharacterCodingException failure) {
      throw unreadable(file, "it is not text in UTF-8");
    } catch (IOException failure) {
      throw unreadable(file, String.valueOf(failure.getMessage()));
    }
  }

  private static String text(byte[] content) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    if (text.endsWith("\r\n")) return text.substring(0, text.length() - 2);
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static SecretUnreadableException unreadable(Path file, String why) {
    return new SecretUnreadableException("cannot read the secret of the file " + file + ": " + why);
  }
}
