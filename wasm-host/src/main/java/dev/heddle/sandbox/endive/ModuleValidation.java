package dev.heddle.sandbox.endive;

import dev.heddle.component.spi.ModuleCheck;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.MalformedModuleException;
import java.util.Optional;
import java.util.OptionalInt;
import run.endive.wasm.Parser;

/** Validates modules while they are built as they are when they are loaded. */
public final class ModuleValidation implements ModuleCheck {

  /** Found by its name in {@code META-INF/services}. */
  public ModuleValidation() {}

  @Override
  public Optional<Fault> fault(byte[] module) {
    try {
      GuestModule read = GuestModule.read(module);
      byte[] metered = read.metered();
      return invalidity(metered).map(found -> new Fault(method(read, metered), found));
    } catch (MalformedModuleException malformed) {
      return Optional.of(new Fault("", String.valueOf(malformed.getMessage())));
    }
  }

  private static String method(GuestModule read, byte[] metered) {
    OptionalInt body = FaultyBody.find(metered, module -> invalidity(module).isEmpty());
    return body.isEmpty()
        ? ""
        : read.functionNames().getOrDefault(read.importedFunctions() + body.getAsInt(), "");
  }

  private static Optional<String> invalidity(byte[] module) {
    try {
      Parser.parse(module);
      return Optional.empty();
    } catch (RuntimeException invalid) {
      return Optional.of(String.valueOf(invalid.getMessage()));
    }
  }
}
