package shop;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.RandomSource_Descriptor;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.SettingsBinding;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** What the framework knows of {@link DiscountedCart}. */
@Generated("dev.heddle.codegen")
public final class DiscountedCart_Implementation implements ImplementationDescriptor<Cart> {
  private static final List<Dependency> DEPENDENCIES =
      List.of(
          new Dependency("catalog", Catalog.class, Dependency.Kind.COMPONENT, true),
          new Dependency("random", RandomSource.class, Dependency.Kind.CAPABILITY, true),
          new Dependency("limits", CartLimits.class, Dependency.Kind.SETTINGS));

  /** Loaded by the framework, by name. */
  public DiscountedCart_Implementation() {}

  @Override
  public Class<Cart> component() {
    return Cart.class;
  }

  @Override
  public Class<? extends Cart> type() {
    return DiscountedCart.class;
  }

  @Override
  public Runtime runtime() {
    return Runtime.WASM;
  }

  @Override
  public String name() {
    return "discounted";
  }

  @Override
  public boolean primary() {
    return true;
  }

  @Override
  public Optional<SettingsBinding<?>> settings() {
    return Optional.of(new CartLimits_Settings());
  }

  @Override
  public int maxReplicas() {
    return 1;
  }

  @Override
  public List<Dependency> dependencies() {
    return DEPENDENCIES;
  }

  @Override
  public List<ComponentDescriptor<?>> capabilities() {
    return List.of(new RandomSource_Descriptor());
  }

  @Override
  public Cart create(Dependencies dependencies) {
    return new DiscountedCart(
        dependencies.optional(0, Catalog.class),
        dependencies.optional(1, RandomSource.class),
        dependencies.get(2, CartLimits.class));
  }
}
