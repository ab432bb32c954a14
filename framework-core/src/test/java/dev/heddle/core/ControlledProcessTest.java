package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.control.ControlledProcess;
import dev.heddle.core.control.Membership;
import dev.heddle.core.control.Order;
import dev.heddle.core.control.Report;
import dev.heddle.core.fixture.Account;
import dev.heddle.core.fixture.Feed;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxException;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ControlledProcessTest {
  private static final Problem REFUSED = new Problem("rule", "found", "remedy");

  private final BlockingQueue<Report> said = new LinkedBlockingQueue<>();

  @Test
  void saysThatAModuleIsRefused() throws Exception {
    ControlledProcess process =
        process(
            () -> {
              throw new SandboxException(List.of(REFUSED));
            });
    process.ordered(prepare());
    assertThat(next()).isEqualTo(new Report.Prepared(7, List.of(REFUSED)));
  }

  @Test
  void saysThatMemoryIsOutAndGoesOn() throws Exception {
    ControlledProcess process =
        process(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    process.ordered(prepare());
    assertThat(next())
        .isInstanceOfSatisfying(
            Report.Prepared.class,
            prepared ->
                assertThat(prepared.problems().getFirst().found())
                    .contains("Account", "Java heap space"));
    process.ordered(new Order.Publish(table(), Map.of()));
    assertThat(next()).isEqualTo(new Report.Applied(5));
  }

  @Test
  void tellsOnlyWhatHasChangedSinceTheLastTime() throws Exception {
    HeddleRuntime runtime = runtime(new SkeletonSandbox());
    ControlledProcess process = controlled(runtime);
    Account account = runtime.component("Test", Account.class);
    account.openVault("key");
    process.measure();
    assertThat(edges()).isPositive();
    process.measure();
    assertThat(edges()).isZero();
    account.openVault("key");
    process.measure();
    assertThat(edges()).isPositive();
  }

  @Test
  void tellsWhatPassesThroughAStreamThatWasOpenedBefore() throws Exception {
    HeddleRuntime runtime = HeddleRuntime.builder(Fixtures.feed()).build();
    runtime.start();
    ControlledProcess process = controlled(runtime);
    try (ValueStream<Long> numbers = runtime.component("Test", Feed.class).numbers(4)) {
      numbers.next();
      process.measure();
      assertThat(elements()).isEqualTo(1);
      numbers.next();
      numbers.next();
      process.measure();
      assertThat(elements()).isEqualTo(3);
    }
  }

  private long elements() throws InterruptedException {
    return next() instanceof Report.Measured measured
        ? measured.reading().edges().getFirst().elements()
        : -1;
  }

  private int edges() throws InterruptedException {
    return next() instanceof Report.Measured measured ? measured.reading().edges().size() : -1;
  }

  private Report next() throws InterruptedException {
    Report report = said.poll(20, TimeUnit.SECONDS);
    if (report == null) throw new AssertionError("nothing was said");
    return report;
  }

  private static Order.Prepare prepare() {
    return new Order.Prepare(7, "Account", Placement.SANDBOXED, Set.of());
  }

  private static PlacementTable table() {
    Entry here = new Entry(Placement.LOCAL, "for the test");
    return new PlacementTable(5, Map.of("Account", here, "Vault", here));
  }

  private ControlledProcess process(Runnable opening) {
    return controlled(runtime(new FailingSandbox(opening)));
  }

  private static HeddleRuntime runtime(Sandbox sandbox) {
    HeddleRuntime runtime = HeddleRuntime.builder(Fixtures.bank()).sandbox(sandbox).build();
    runtime.start();
    return runtime;
  }

  private ControlledProcess controlled(HeddleRuntime runtime) {
    ProcessIdentity identity = new ProcessIdentity("bank", "unknown", "application", 1);
    Membership membership =
        new Membership(
            identity,
            Membership.Role.APPLICATION,
            "",
            "this machine",
            1,
            0,
            Set.of(),
            1,
            List.of());
    ControlledProcess process = new ControlledProcess(runtime, () -> membership);
    process.connected(said::add);
    return process;
  }

  /** Fails when a component is opened. */
  private record FailingSandbox(Runnable opening) implements Sandbox {
    @Override
    public boolean available(ImplementationDescriptor<?> implementation) {
      return true;
    }

    @Override
    public SandboxedComponent open(SandboxedComponentSpecification specification) {
      opening.run();
      throw new AssertionError("it was to fail");
    }

    @Override
    public void close() {}
  }
}
