package dev.heddle.wasm;

import dev.heddle.component.spi.ModuleCheck;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A host that takes no module with a class {@code shop.Fragile}. */
public final class FragileCheck implements ModuleCheck {

  /** Found by its name in {@code META-INF/services}. */
  public FragileCheck() {}

  @Override
  public Optional<Fault> fault(byte[] module) {
    return new String(module, StandardCharsets.ISO_8859_1).contains("shop.Fragile")
        ? Optional.of(new Fault("shop.Fragile.greet", "type mismatch"))
        : Optional.empty();
  }
}
