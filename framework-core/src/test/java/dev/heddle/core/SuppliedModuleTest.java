package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Vault;
import dev.heddle.core.sandbox.SuppliedModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppliedModuleTest {
  @TempDir Path folder;

  private final SkeletonSandbox sandbox = new SkeletonSandbox();

  @Test
  void aModuleTakesThePlaceOfAnImplementationThatHasNone() throws IOException {
    SuppliedModule module = SuppliedModule.of(Files.writeString(folder.resolve("v.wasm"), "abc"));
    HeddleRuntime runtime = start(Fixtures.bank(), "Vault", module);
    runtime.place("Vault", Placement.SANDBOXED, "to run it");
    runtime.place("Account", Placement.SANDBOXED, "too");
    assertThat(sandbox.events).containsExactly("open Vault as v.wasm", "open Account");
    runtime.place("Vault", Placement.LOCAL, "to run the implementation again");
    assertThat(runtime.component("Test", Vault.class).open("key")).isEqualTo("opened with key");
  }

  @Test
  void itIsTheOneThatWasThereAtTheStart() throws IOException {
    Path file = Files.writeString(folder.resolve("v.wasm"), "abc");
    assertThat(SuppliedModule.of(file).sha256())
        .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(SuppliedModule.of(folder)).isEqualTo(new SuppliedModule(folder, Optional.empty()));
  }

  @Test
  void whatCannotBeReadIsTold() {
    Path missing = folder.resolve("missing.wasm");
    assertThatThrownBy(() -> start(Fixtures.bank(), "Vault", SuppliedModule.of(missing)))
        .isInstanceOf(AssemblyException.class)
        .hasMessageContaining("heddle.components.Vault.sandbox.module is " + missing)
        .hasMessageContaining("Build it, correct the path, or remove the line");
  }

  @Test
  void aComponentWithAStreamIsRefused() throws IOException {
    SuppliedModule module = SuppliedModule.of(Files.writeString(folder.resolve("f.wasm"), "abc"));
    assertThatThrownBy(() -> start(Fixtures.feed(), "Feed", module))
        .isInstanceOf(AssemblyException.class)
        .hasMessageContaining("linear-1")
        .hasMessageContaining("Feed.numbers has one");
  }

  private HeddleRuntime start(ComponentCatalog catalog, String component, SuppliedModule module) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(catalog)
            .options(
                RuntimeOptions.DEFAULT.withComponents(
                    Map.of(component, ComponentOptions.NONE.withModule(module))))
            .sandbox(sandbox)
            .build();
    runtime.start();
    return runtime;
  }
}
