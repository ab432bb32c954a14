package dev.heddle.sandbox.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder;
import dev.heddle.sandbox.module.ModuleProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionProcessTest {
  @TempDir Path folder;

  @Test
  void admitsAModuleAndKeepsWhatItCompiled() {
    byte[] module = HandMade.echo();

    assertThat(judge(module, Duration.ofSeconds(60))).isEmpty();

    EndiveEngine engine = new EndiveEngine(Optional.of(CompiledCache.standard(cache())));
    engine.load(GuestModule.read(module), GuestAbi.JAVA_1, "digest");
    assertThat(engine.compilations()).isZero();
  }

  @Test
  void tellsWhatIsWrongWithAModule() {
    assertThat(judge(new byte[] {1, 2, 3}, Duration.ofSeconds(60)))
        .singleElement()
        .asString()
        .contains("at offset 3");
    assertThat(judge(new ModuleBuilder().memory(8_192, 8_192).build(), Duration.ofSeconds(60)))
        .anySatisfy(each -> assertThat(each.toString()).contains("8192"));
  }

  @Test
  void tellsWhatTheRuntimeFindsInvalid() {
    byte[] module = HandMade.invoking(code -> code.op(0x42, 1)); // a number is no message

    assertThat(judge(module, Duration.ofSeconds(60)))
        .singleElement()
        .asString()
        .contains("valid WebAssembly");
  }

  @Test
  void givesUpOnAModuleThatTakesTooLong() {
    assertThat(judge(HandMade.echo(), Duration.ofMillis(1)))
        .singleElement()
        .asString()
        .contains("longer than 1 ms");
  }

  private List<ModuleProblem> judge(byte[] module, Duration patience) {
    return new AdmissionProcess(Optional.of(cache()), patience)
        .judge(module, GuestAbi.JAVA_1, Set.of(), "digest");
  }

  private Path cache() {
    return folder.resolve("cache");
  }
}
