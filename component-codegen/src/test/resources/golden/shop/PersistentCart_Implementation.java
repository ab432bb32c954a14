package shop;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.Log_Descriptor;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.util.List;
import javax.annotation.processing.Generated;

/** What the framework knows of {@link PersistentCart}. */
@Generated("dev.heddle.codegen")
public final class PersistentCart_Implementation implements ImplementationDescriptor<Cart> {
  private static final List<Dependency> DEPENDENCIES =
      List.of(
          new Dependency("log", Log.class, Dependency.Kind.CAPABILITY),
          new Dependency("catalog", Catalog.class, Dependency.Kind.COMPONENT));

  /** Loaded by the framework, by name. */
  public PersistentCart_Implementation() {}

  @Override
  public Class<Cart> component() {
    return Cart.class;
  }

  @Override
  public Class<? extends Cart> type() {
    return PersistentCart.class;
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
  public List<ComponentDescriptor<?>> capabilities() {
    return List.of(new Log_Descriptor());
  }

  @Override
  public Cart create(Dependencies dependencies) {
    return new PersistentCart(dependencies.get(0, Log.class), dependencies.get(1, Catalog.class));
  }
}
