package shop;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.util.List;
import javax.annotation.processing.Generated;

/** What the framework knows of {@link PaperArchive}. */
@Generated("dev.heddle.codegen")
public final class PaperArchive_Implementation implements ImplementationDescriptor<Archive> {
  private static final List<Dependency> DEPENDENCIES = List.of();

  /** Loaded by the framework, by name. */
  public PaperArchive_Implementation() {}

  @Override
  public Class<Archive> component() {
    return Archive.class;
  }

  @Override
  public Class<? extends Archive> type() {
    return PaperArchive.class;
  }

  @Override
  public Runtime runtime() {
    return Runtime.WASM;
  }

  @Override
  public List<Dependency> dependencies() {
    return DEPENDENCIES;
  }

  @Override
  public Archive create(Dependencies dependencies) {
    return new PaperArchive();
  }
}
