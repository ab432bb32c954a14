package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

final class ChromiumTest {
  @Test
  void skipsInOneLineThatSaysWhatToInstall() {
    assertThatThrownBy(() -> Chromium.required(Map.of("CHROMIUM", "/nowhere/chromium")))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage(
            "No Chromium (looked for /nowhere/chromium): install it (Debian: apt-get install"
                + " chromium) or set CHROMIUM to its path");
  }

  @Test
  void takesTheOneThatTheVariableNames(@TempDir Path folder) throws IOException {
    Path own = Files.createFile(folder.resolve("chromium"));
    assertThat(own.toFile().setExecutable(true)).isTrue();
    assertThat(Chromium.required(Map.of("CHROMIUM", own.toString()))).isEqualTo(own);
  }

  @Test
  void doesNotTakeAFolder(@TempDir Path folder) {
    assertThatThrownBy(() -> Chromium.required(Map.of("CHROMIUM", folder.toString())))
        .isInstanceOf(TestAbortedException.class);
  }
}
