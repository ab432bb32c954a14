package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssemblyTest {
  interface Cart {}

  interface Shop {}

  interface Till {}

  @Test
  void acceptsComponentsThatFitTogether() {
    assertThat(problems(List.of(component("Cart", Cart.class)), implementation(Cart.class)))
        .isEmpty();
  }

  @Test
  void reportsAComponentWithoutImplementation() {
    assertThat(problems(List.of(component("Cart", Cart.class))))
        .singleElement()
        .asString()
        .contains("every component has an implementation: Cart (" + Cart.class.getName() + ")")
        .contains("Annotate the class that implements it with @ComponentImplementation");
  }

  @Test
  void reportsAComponentWithTwoImplementations() {
    assertThat(
            problems(
                List.of(component("Cart", Cart.class)),
                implementation(Cart.class),
                implementation(Cart.class)))
        .singleElement()
        .asString()
        .contains("one implementation of a component is chosen: Cart has ")
        .contains("heddle.components.Cart.implementation=" + Cart.class.getName());
  }

  @Test
  void reportsTwoComponentsOfOneName() {
    assertThat(
            problems(
                List.of(component("Cart", Cart.class), component("Cart", Shop.class)),
                implementation(Cart.class),
                implementation(Shop.class)))
        .singleElement()
        .asString()
        .contains("Cart names " + Cart.class.getName() + " and " + Shop.class.getName())
        .contains("@ComponentInterface(name = ...)");
  }

  @Test
  void reportsACircleOfDependenciesOnce() {
    assertThat(
            problems(
                List.of(
                    component("Cart", Cart.class),
                    component("Shop", Shop.class),
                    component("Till", Till.class)),
                implementation(Cart.class, needs(Shop.class)),
                implementation(Shop.class, needs(Till.class)),
                implementation(Till.class, needs(Cart.class))))
        .singleElement()
        .asString()
        .contains("Cart -> Shop -> Till -> Cart");
  }

  @Test
  void reportsACapabilityThatNothingStandsBehind() {
    Dependency store = new Dependency("carts", KeyValueStore.class, Dependency.Kind.CAPABILITY);
    assertThat(problems(List.of(component("Cart", Cart.class)), implementation(Cart.class, store)))
        .singleElement()
        .asString()
        .contains("(carts) asks for " + KeyValueStore.class.getName())
        .contains("Define a bean of type KeyValueStore");
  }

  @Test
  void reportsADependencyThatIsNoComponentOfTheApplication() {
    assertThat(
            problems(
                List.of(component("Cart", Cart.class)),
                implementation(Cart.class, needs(Shop.class))))
        .singleElement()
        .asString()
        .contains("asks for " + Shop.class.getName())
        .contains("component-codegen");
  }

  @Test
  void reportsConfigurationOfAnUnknownComponentWithTheNearestName() {
    RuntimeOptions options =
        RuntimeOptions.DEFAULT.withComponents(Map.of("Crat", ComponentOptions.NONE));
    assertThat(
            problems(options, List.of(component("Cart", Cart.class)), implementation(Cart.class)))
        .singleElement()
        .asString()
        .contains("heddle.components.Crat names none")
        .contains("Did you mean Cart?");
  }

  @Test
  void reportsAPlacementThatIsNotToBeHad() {
    RuntimeOptions options =
        RuntimeOptions.DEFAULT.withComponents(
            Map.of("Cart", ComponentOptions.NONE.withPlacement(Placement.REMOTE)));
    assertThat(
            problems(options, List.of(component("Cart", Cart.class)), implementation(Cart.class)))
        .singleElement()
        .asString()
        .contains("Cart is to be remote")
        .contains("heddle.replicas.addresses");
  }

  @Test
  void reportsAnUnsandboxedImplementationWhereTheSandboxIsRequired() {
    RuntimeOptions options = RuntimeOptions.DEFAULT.withSandboxRequired(true);
    assertThat(
            problems(
                options,
                List.of(component("Cart", Cart.class)),
                new DescribedImplementation<>(Cart.class, Runtime.JVM, List.of())))
        .singleElement()
        .asString()
        .contains("has runtime JVM");
  }

  @Test
  void reportsMoreReplicasThanTheImplementationAllows() {
    ImplementationDescriptor<Cart> single =
        new DescribedImplementation<>(Cart.class, Runtime.JVM, List.of()) {
          @Override
          public int maxReplicas() {
            return 1;
          }
        };
    assertThat(problems(replicas(1), List.of(component("Cart", Cart.class)), single)).isEmpty();
    assertThat(problems(replicas(3), List.of(component("Cart", Cart.class)), single))
        .singleElement()
        .asString()
        .contains("heddle.components.Cart.max-replicas is 3, and " + Cart.class.getName())
        .contains("has maxReplicas = 1. Say 1 at most");
  }

  private static RuntimeOptions replicas(int limit) {
    return RuntimeOptions.DEFAULT.withComponents(
        Map.of("Cart", ComponentOptions.NONE.withMaxReplicas(limit)));
  }

  @Test
  void reportsEverythingAtOnce() {
    RuntimeOptions options =
        RuntimeOptions.DEFAULT.withComponents(Map.of("Nowhere", ComponentOptions.NONE));
    AssemblyException failure =
        catchThrowableOfType(
            AssemblyException.class,
            () ->
                HeddleRuntime.builder(
                        new ComponentCatalog(
                            List.of(
                                component("Cart", Cart.class),
                                component("Shop", Shop.class),
                                component("Till", Till.class)),
                            List.of(
                                implementation(Cart.class, needs(Cart.class)),
                                implementation(Shop.class),
                                implementation(Shop.class))))
                    .options(options)
                    .build());
    assertThat(failure.problems()).hasSize(4);
    assertThat(failure)
        .hasMessageContaining("the application has 4 problems:")
        .hasMessageContaining("Till (")
        .hasMessageContaining("Shop has ")
        .hasMessageContaining("Cart -> Cart")
        .hasMessageContaining("Nowhere");
  }

  private static List<Problem> problems(
      List<ComponentDescriptor<?>> components, ImplementationDescriptor<?>... implementations) {
    return problems(RuntimeOptions.DEFAULT, components, implementations);
  }

  private static List<Problem> problems(
      RuntimeOptions options,
      List<ComponentDescriptor<?>> components,
      ImplementationDescriptor<?>... implementations) {
    ImplementationChoice choice = choice(options, components, implementations);
    return new Assembly(
            new ComponentCatalog(components, List.of(implementations)),
            options,
            java.util.Set.of(),
            java.util.Set.of(),
            true,
            choice,
            new PlacementCheck(
                choice, java.util.Set.of(), java.util.Set.of(), Optional.empty(), false, options))
        .problems();
  }

  private static ImplementationChoice choice(
      RuntimeOptions options,
      List<ComponentDescriptor<?>> components,
      ImplementationDescriptor<?>... implementations) {
    return new ImplementationChoice(
        new ComponentCatalog(components, List.of(implementations)), options, java.util.Set.of());
  }

  private static Dependency needs(Class<?> component) {
    return new Dependency("other", component, Dependency.Kind.COMPONENT);
  }

  private static <C> ImplementationDescriptor<C> implementation(
      Class<C> component, Dependency... dependencies) {
    return new DescribedImplementation<>(component, Runtime.WASM, Stream.of(dependencies).toList());
  }

  private static <C> ComponentDescriptor<C> component(String name, Class<C> type) {
    return new DescribedComponent<>(name, type);
  }
}
