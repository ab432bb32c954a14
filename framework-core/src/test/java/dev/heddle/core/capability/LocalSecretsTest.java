package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.SecretUnreadableException;
import dev.heddle.component.capability.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {
  @TempDir Path folder;

  private final Map<String, String> variables = new HashMap<>();

  private Secrets secrets() {
    return new LocalSecrets(
        Optional.of(folder), "SECRET_", name -> Optional.ofNullable(variables.get(name)));
  }

  private Path file(String component, String name, byte[] content) throws IOException {
    Files.createDirectories(folder.resolve(component));
    return Files.write(folder.resolve(component).resolve(name), content);
  }

  @Nested
  class OfFiles extends SecretsContract {
    @Override
    Secrets shared() {
      return secrets();
    }

    @Override
    void provide(String component, String name, String value) throws IOException {
      file(component, name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Nested
  class OfTheEnvironment extends SecretsContract {
    @Override
    Secrets shared() {
      return secrets();
    }

    @Override
    void provide(String component, String name, String value) {
      String variable = component + "_" + name.replace('.', '_').replace('-', '_');
      variables.put("SECRET_" + variable.toUpperCase(Locale.ROOT), value);
    }
  }

  @Test
  void aFileWinsOverAVariable() throws IOException {
    variables.put("SECRET_PAYMENT_KEY", "variable");
    assertThat(secrets().get("Payment/key")).contains("variable");
    file("Payment", "key", "file".getBytes(StandardCharsets.UTF_8));
    assertThat(secrets().get("Payment/key")).contains("file");
  }

  @Test
  void oneLineBreakAtTheEndOfAFileIsNotPartOfTheSecret() throws IOException {
    file("Payment", "unix", "a\nb\n\n".getBytes(StandardCharsets.UTF_8));
    file("Payment", "windows", "a\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(secrets().get("Payment/unix")).contains("a\nb\n");
    assertThat(secrets().get("Payment/windows")).contains("a");
  }

  @Test
  void followsTheLinksThatKubernetesMounts() throws IOException {
    file("..data", "key", "mounted".getBytes(StandardCharsets.UTF_8));
    Files.createDirectory(folder.resolve("Payment"));
    Files.createSymbolicLink(folder.resolve("Payment/key"), Path.of("../..data/key"));
    assertThat(secrets().get("Payment/key")).contains("mounted");
  }

  @Test
  void whatCannotBeReadIsATypedFailureWithoutTheValue() throws IOException {
    file("Payment", "binary", new byte[] {'h', 'u', 'n', 't', (byte) 0xFF});
    file("Payment", "long", "hunt".repeat(262_145).getBytes(StandardCharsets.UTF_8));
    Files.createDirectories(folder.resolve("Payment/folder"));
    for (String name : new String[] {"binary", "long", "folder"}) {
      assertThatThrownBy(() -> secrets().get("Payment/" + name))
          .isInstanceOf(SecretUnreadableException.class)
          .hasMessageContaining("Payment/" + name)
          .hasMessageNotContaining("hunt");
    }
  }
}
