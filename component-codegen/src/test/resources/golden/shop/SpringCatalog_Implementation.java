package shop;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/** What the framework knows of {@link SpringCatalog}. */
@Generated("dev.heddle.codegen")
public final class SpringCatalog_Implementation implements ImplementationDescriptor<Catalog> {
  private static final List<Dependency> DEPENDENCIES =
      List.of(new Dependency("products", Supplier.class, Dependency.Kind.BEAN));

  /** Loaded by the framework, by name. */
  public SpringCatalog_Implementation() {}

  @Override
  public Class<Catalog> component() {
    return Catalog.class;
  }

  @Override
  public Class<? extends Catalog> type() {
    return SpringCatalog.class;
  }

  @Override
  public Runtime runtime() {
    return Runtime.JVM;
  }

  @Override
  public List<Dependency> dependencies() {
    return DEPENDENCIES;
  }

  @Override
  public Catalog create(Dependencies dependencies) {
    throw new UnsupportedOperationException("Spring constructs SpringCatalog");
  }
}
