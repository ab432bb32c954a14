package shop;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.Log_Descriptor;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.Publication;
import java.util.List;
import javax.annotation.processing.Generated;

/** What the framework knows of {@link LoggedAudit}. */
@Generated("dev.heddle.codegen")
public final class LoggedAudit_Implementation implements ImplementationDescriptor<Audit> {
  private static final List<Dependency> DEPENDENCIES =
      List.of(
          new Dependency("log", Log.class, Dependency.Kind.CAPABILITY),
          new Dependency("checked", EventPublisher.class, Dependency.Kind.CAPABILITY));
  private static final List<Publication> PUBLICATIONS =
      List.of(new Publication(1, new Checked_Event()));

  /** Loaded by the framework, by name. */
  public LoggedAudit_Implementation() {}

  @Override
  public Class<Audit> component() {
    return Audit.class;
  }

  @Override
  public Class<? extends Audit> type() {
    return LoggedAudit.class;
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
  public List<Publication> publications() {
    return PUBLICATIONS;
  }

  @Override
  public List<ComponentDescriptor<?>> capabilities() {
    return List.of(new Log_Descriptor());
  }

  @Override
  @SuppressWarnings("unchecked")
  public Audit create(Dependencies dependencies) {
    return new LoggedAudit(
        dependencies.get(0, Log.class), dependencies.get(1, EventPublisher.class));
  }
}
