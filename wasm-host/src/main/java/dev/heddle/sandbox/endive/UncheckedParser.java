package dev.heddle.sandbox.endive;

import java.io.ByteArrayInputStream;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.CodeSection;
import run.endive.wasm.types.DataCountSection;
import run.endive.wasm.types.DataSection;
import run.endive.wasm.types.ElementSection;
import run.endive.wasm.types.ExportSection;
import run.endive.wasm.types.FunctionSection;
import run.endive.wasm.types.GlobalSection;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.MemorySection;
import run.endive.wasm.types.Section;
import run.endive.wasm.types.SectionId;
import run.endive.wasm.types.TableSection;
import run.endive.wasm.types.TagSection;
import run.endive.wasm.types.TypeSection;

/** Reads modules that have been found valid before, without asking that again. */
final class UncheckedParser {
  private final WasmModule.Builder module = WasmModule.builder().withValidation(false);

  private UncheckedParser() {}

  static WasmModule parse(byte[] module) {
    UncheckedParser parser = new UncheckedParser();
    Parser.builder().build().parse(new ByteArrayInputStream(module), parser::add);
    return parser.module.build();
  }

  private void add(Section section) {
    // Not by its class, for which Java would generate another one at each start.
    switch (section.sectionId()) {
      case SectionId.TYPE -> module.setTypeSection((TypeSection) section);
      case SectionId.IMPORT -> module.setImportSection((ImportSection) section);
      case SectionId.FUNCTION -> module.setFunctionSection((FunctionSection) section);
      case SectionId.TABLE -> module.setTableSection((TableSection) section);
      case SectionId.MEMORY -> module.setMemorySection((MemorySection) section);
      case SectionId.TAG -> module.setTagSection((TagSection) section);
      case SectionId.GLOBAL -> module.setGlobalSection((GlobalSection) section);
      case SectionId.EXPORT -> module.setExportSection((ExportSection) section);
      case SectionId.ELEMENT -> module.setElementSection((ElementSection) section);
      case SectionId.DATA_COUNT -> module.setDataCountSection((DataCountSection) section);
      case SectionId.CODE -> module.setCodeSection((CodeSection) section);
      case SectionId.DATA -> module.setDataSection((DataSection) section);
      default -> throw new IllegalArgumentException("section " + section.sectionId());
    }
  }
}
