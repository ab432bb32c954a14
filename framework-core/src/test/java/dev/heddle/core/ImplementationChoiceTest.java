package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.capability.Log;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.capability.LoggingSystemLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImplementationChoiceTest {
  @ComponentInterface(name = "ChoicePayment")
  interface Payment {
    String pay();
  }

  @ComponentInterface(name = "ChoiceTill")
  interface Till {
    String ring();
  }

  @ComponentImplementation(name = "sandbox", maxReplicas = 1)
  static final class PretendedPayment implements Payment {
    @Override
    public String pay() {
      return "pretended";
    }
  }

  @ComponentImplementation(primary = true)
  static final class LedgerPayment implements Payment {
    private final Log log;

    LedgerPayment(Log log) {
      this.log = log;
    }

    @Override
    public String pay() {
      log.info("booked");
      return "booked";
    }
  }

  @ComponentImplementation
  static final class Ringing implements Till {
    private final Payment payment;

    Ringing(Payment payment) {
      this.payment = payment;
    }

    @Override
    public String ring() {
      return payment.pay();
    }
  }

  private static final List<ComponentDescriptor<?>> COMPONENTS =
      List.of(
          new ImplementationChoiceTest_Payment_Descriptor(),
          new ImplementationChoiceTest_Till_Descriptor());
  private static final List<ImplementationDescriptor<?>> IMPLEMENTATIONS =
      List.of(
          new ImplementationChoiceTest_PretendedPayment_Implementation(),
          new ImplementationChoiceTest_LedgerPayment_Implementation(),
          new ImplementationChoiceTest_Ringing_Implementation());

  @Test
  void thePrimaryOneRunsWhereNothingIsConfigured() {
    try (HeddleRuntime runtime = application(Map.of()).build()) {
      runtime.start();
      assertThat(runtime.component("Test", Till.class).ring()).isEqualTo("booked");
    }
  }

  @Test
  void configurationChoosesByNameSimpleClassNameOrWholeClassName() {
    for (String name : List.of("sandbox", "PretendedPayment", PretendedPayment.class.getName())) {
      try (HeddleRuntime runtime = application(chosen(name)).build()) {
        assertThat(runtime.component("Test", Till.class).ring()).isEqualTo("pretended");
        assertThat(runtime.status().components().getFirst().implementation())
            .isEqualTo(PretendedPayment.class.getName());
        assertThat(runtime.status().components().getFirst().maxReplicas()).isEqualTo(1);
      }
    }
  }

  @Test
  void whatTheUnchosenOneAsksForIsNotDemanded() {
    try (HeddleRuntime runtime =
        HeddleRuntime.builder(new ComponentCatalog(COMPONENTS, IMPLEMENTATIONS))
            .options(options(chosen("sandbox")))
            .build()) {
      runtime.start();
      assertThat(runtime.component("Test", Till.class).ring()).isEqualTo("pretended");
    }
  }

  @Test
  void anImplementationGivenFromOutsideMakesAChoiceNeedless() {
    try (HeddleRuntime runtime =
        application(chosen("nowhere")).implementation(Payment.class, () -> () -> "given").build()) {
      assertThat(runtime.component("Test", Till.class).ring()).isEqualTo("given");
      assertThat(runtime.status().components().getFirst().implementation()).isEmpty();
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheLinesThatChooseEach() {
    assertThat(problems(chosen("sandbocks"), IMPLEMENTATIONS))
        .singleElement()
        .asString()
        .contains("heddle.components.ChoicePayment.implementation is sandbocks")
        .contains(LedgerPayment.class.getName() + " and " + PretendedPayment.class.getName())
        .contains("Say heddle.components.ChoicePayment.implementation=LedgerPayment or")
        .contains("heddle.components.ChoicePayment.implementation=sandbox");
  }

  @Test
  void severalOfWhichNoneIsPrimaryAreRefused() {
    assertThat(
            problems(
                Map.of(),
                List.of(
                    IMPLEMENTATIONS.getFirst(),
                    new Renamed<>(new ImplementationChoiceTest_PretendedPayment_Implementation()))))
        .singleElement()
        .asString()
        .contains("one implementation of a component is chosen: ChoicePayment has")
        .contains("none is primary")
        .contains("implementation=other");
  }

  @Test
  void twoPrimaryOnesAreRefused() {
    assertThat(
            problems(
                Map.of(),
                List.of(
                    IMPLEMENTATIONS.get(1),
                    new Renamed<>(new ImplementationChoiceTest_LedgerPayment_Implementation()))))
        .singleElement()
        .asString()
        .contains("at most one implementation of a component is primary: ChoicePayment has")
        .contains("take primary from all but one");
  }

  @Test
  void aNameThatTwoBearIsRefused() {
    assertThat(
            problems(
                chosen("PretendedPayment"),
                List.of(
                    IMPLEMENTATIONS.getFirst(),
                    new Renamed<>(new ImplementationChoiceTest_PretendedPayment_Implementation()))))
        .singleElement()
        .asString()
        .contains("the configured implementation is one: heddle.components.ChoicePayment");
  }

  @Test
  void aComponentThatIsToHaveNoneIsMissedByWhoAsksForIt() {
    RuntimeOptions options = options(chosen("none"));
    ComponentCatalog catalog = new ComponentCatalog(COMPONENTS, IMPLEMENTATIONS);
    ImplementationChoice choice = new ImplementationChoice(catalog, options, java.util.Set.of());
    assertThat(
            new Assembly(
                    catalog,
                    options,
                    java.util.Set.of(),
                    java.util.Set.of(Log.class),
                    false,
                    choice,
                    new PlacementCheck(
                        choice,
                        java.util.Set.of(),
                        java.util.Set.of(),
                        java.util.Optional.empty(),
                        false,
                        options))
                .problems())
        .singleElement()
        .asString()
        .contains("(payment) asks for ChoicePayment, which is to have no implementation")
        .contains("Remove heddle.components.ChoicePayment.implementation=none");
  }

  private static List<Problem> problems(
      Map<String, ComponentOptions> components, List<ImplementationDescriptor<?>> candidates) {
    ComponentCatalog catalog = new ComponentCatalog(COMPONENTS, candidates);
    return new ImplementationChoice(catalog, options(components), java.util.Set.of()).problems();
  }

  private static HeddleRuntimeBuilder application(Map<String, ComponentOptions> components) {
    return HeddleRuntime.builder(new ComponentCatalog(COMPONENTS, IMPLEMENTATIONS))
        .options(options(components))
        .capability(Log.class, component -> new LoggingSystemLog(component, "r1"));
  }

  private static RuntimeOptions options(Map<String, ComponentOptions> components) {
    return RuntimeOptions.DEFAULT.withComponents(components);
  }

  private static Map<String, ComponentOptions> chosen(String name) {
    return Map.of("ChoicePayment", ComponentOptions.NONE.withImplementation(name));
  }

  /** The same once more, by another name. */
  private record Renamed<C>(ImplementationDescriptor<C> same)
      implements ImplementationDescriptor<C> {
    @Override
    public Class<C> component() {
      return same.component();
    }

    @Override
    public Class<? extends C> type() {
      return same.type();
    }

    @Override
    public dev.heddle.component.Runtime runtime() {
      return same.runtime();
    }

    @Override
    public String name() {
      return "other";
    }

    @Override
    public boolean primary() {
      return same.primary();
    }

    @Override
    public List<dev.heddle.component.spi.Dependency> dependencies() {
      return same.dependencies();
    }

    @Override
    public C create(dev.heddle.component.spi.Dependencies dependencies) {
      return same.create(dependencies);
    }
  }
}
