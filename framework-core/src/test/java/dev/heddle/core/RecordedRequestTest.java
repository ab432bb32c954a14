package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ValueStream;
import dev.heddle.core.fixture.Account;
import dev.heddle.core.fixture.Feed;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.Replicas;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RecordedRequestTest {
  private static final TraceContext TRACE = TraceContext.create();

  private final List<RequestSample> samples = new CopyOnWriteArrayList<>();

  @Test
  void callsThatWouldGoDirectlyAreRecordedAndGoDirectlyAgainAfterwards() {
    HeddleRuntime runtime = recorded(HeddleRuntime.builder(Fixtures.bank()));
    Account account = runtime.component("Test", Account.class);
    String direct = account.stack();
    request(runtime, () -> account.openVault("key"));
    assertThat(account.stack()).isEqualTo(direct);

    RequestSample sample = samples.getFirst();
    assertThat(sample.traceId()).isEqualTo(TRACE.traceId());
    assertThat(sample.name()).isEqualTo("GET /");
    assertThat(sample.failed()).isFalse();
    RequestSample.Call outer = sample.calls().getFirst();
    RequestSample.Call inner = sample.calls().getLast();
    assertThat(text(sample))
        .containsExactly("Test -> Account.openVault local", "Account -> Vault.open local");
    assertThat(outer.parent()).isZero();
    assertThat(inner.parent()).isEqualTo(outer.id());
    assertThat(inner.beginNanos()).isGreaterThanOrEqualTo(outer.beginNanos());
    assertThat(inner.nanos()).isLessThanOrEqualTo(outer.nanos());
    assertThat(outer.nanos()).isLessThanOrEqualTo(sample.nanos());
  }

  @Test
  void theNextRequestIsNotRecorded() {
    HeddleRuntime runtime = recorded(HeddleRuntime.builder(Fixtures.bank()));
    Account account = runtime.component("Test", Account.class);
    request(runtime, () -> assertThat(account.stack()).contains("CallRouter"));
    request(runtime, () -> assertThat(account.stack()).doesNotContain("CallRouter"));
    assertThat(samples).hasSize(1);
  }

  @Test
  void aFailureIsNotedOfTheCallAndOfTheRequest() {
    HeddleRuntime runtime = recorded(HeddleRuntime.builder(Fixtures.bank()));
    Account account = runtime.component("Test", Account.class);
    assertThatThrownBy(
            () ->
                request(
                    runtime,
                    () -> {
                      account.fail("broken");
                      return true;
                    }))
        .isInstanceOf(ComponentException.class);
    assertThat(samples.getFirst().failed()).isTrue();
    assertThat(samples.getFirst().calls()).allMatch(RequestSample.Call::failed);
  }

  @Test
  void aStreamLastsUntilItIsOver() throws Exception {
    HeddleRuntime runtime = recorded(HeddleRuntime.builder(Fixtures.feed()));
    request(
        runtime,
        () -> {
          ValueStream<Long> numbers = runtime.component("Test", Feed.class).numbers(2);
          return numbers.next();
        });
    assertThat(text(samples.getFirst())).containsExactly("Test -> Feed.numbers local");
  }

  @Test
  void aReplicaTellsOfWhatItCalledForARecordedRequest() {
    HeddleRuntime replica = recorded(HeddleRuntime.builder(Fixtures.bank()));
    HeddleRuntime runtime = recorded(remote(replica));
    Account account = runtime.component("Test", Account.class);
    request(runtime, () -> account.openVault("key"));
    request(runtime, () -> account.openVault("key"));

    assertThat(samples).hasSize(2);
    RequestSample served = samples.getFirst();
    RequestSample entered = samples.getLast();
    RequestSample.Call call = entered.calls().getFirst();
    assertThat(text(entered)).containsExactly("Test -> Account.openVault remote one");
    assertThat(text(served)).containsExactly("Account -> Vault.open local");
    assertThat(served.served()).isEqualTo(call.id());
    assertThat(served.traceId()).isEqualTo(TRACE.traceId());
    assertThat(served.nanos()).isLessThanOrEqualTo(call.nanos());
    assertThat(served.calls().getFirst().parent()).isZero();
  }

  private static HeddleRuntimeBuilder remote(HeddleRuntime replica) {
    LoopbackTransport transport = new LoopbackTransport();
    transport.line("one:1").to(replica.incoming(identity("one"), Set.of(), Granting.NOTHING, 100));
    ReplicaOptions options =
        new ReplicaOptions(List.of(ReplicaAddress.parse("one:1")), Duration.ofSeconds(30), 1);
    return HeddleRuntime.builder(Fixtures.bank())
        .options(RuntimeOptions.DEFAULT.withPlacement(Placement.REMOTE))
        .replicas(new Replicas(transport, identity("application"), options));
  }

  private static ProcessIdentity identity(String name) {
    return new ProcessIdentity("bank", "unknown", name, 1);
  }

  private HeddleRuntime recorded(HeddleRuntimeBuilder builder) {
    HeddleRuntime runtime = builder.build();
    runtime.start();
    runtime.requests().recordSome(samples::add);
    return runtime;
  }

  private static <R, E extends Exception> void request(
      HeddleRuntime runtime, ScopedValue.CallableOp<R, E> body) throws E {
    runtime.requests().run(runtime.requests().enter("Test", TRACE, () -> "GET /"), body);
  }

  private static List<String> text(RequestSample sample) {
    return sample.calls().stream()
        .map(
            each ->
                "%s -> %s.%s %s %s"
                    .formatted(
                        each.caller(),
                        each.callee(),
                        each.method(),
                        each.placement().word(),
                        each.replica())
                    .strip())
        .toList();
  }
}
