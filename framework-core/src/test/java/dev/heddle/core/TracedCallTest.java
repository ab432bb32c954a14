package dev.heddle.core;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ValueStream;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.fixture.Account;
import dev.heddle.core.fixture.Feed;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Overdrawn;
import dev.heddle.core.fixture.Vault;
import dev.heddle.core.opentelemetry.OpenTelemetryCallTracer;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.Replicas;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedCallTest {
  private static final TraceContext SAMPLED =
      new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exported))
                  .build())
          .build();
  private final CallTracer tracer = new OpenTelemetryCallTracer(telemetry);

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void aLocalCallIsASpanWithinThatOfItsCaller() throws Exception {
    HeddleRuntime runtime = bank(RuntimeOptions.DEFAULT);
    make(runtime, SAMPLED, account -> account.openVault("key"));
    assertThat(tree())
        .containsExactly("Account.openVault INTERNAL local", "  Vault.open INTERNAL local");
    SpanData call = span("Vault.open");
    assertThat(call.getTraceId()).isEqualTo(SAMPLED.traceId());
    assertThat(call.getAttributes().asMap())
        .containsEntry(stringKey("rpc.system.name"), "heddle")
        .containsEntry(stringKey("rpc.method"), "dev.heddle.core.fixture.vault.Vault/Open")
        .containsEntry(stringKey("heddle.caller"), "Account")
        .containsEntry(stringKey("heddle.revision"), "unknown");
  }

  @Test
  void aCallOnAThreadOfItsOwnIsNoOther() throws Exception {
    for (RuntimeOptions options :
        List.of(
            RuntimeOptions.DEFAULT.withCopyLocalCalls(true),
            RuntimeOptions.DEFAULT.withComponents(
                Map.of("Account", ComponentOptions.NONE.withDeadline(Duration.ofMinutes(1)))))) {
      exported.reset();
      make(bank(options), SAMPLED, account -> account.openVault("key"));
      assertThat(tree())
          .containsExactly("Account.openVault INTERNAL local", "  Vault.open INTERNAL local");
    }
  }

  @Test
  void aCallOutOfTheSandboxIsWithinTheCallIntoIt() throws Exception {
    HeddleRuntime runtime = bank(RuntimeOptions.DEFAULT);
    runtime.place("Account", Placement.SANDBOXED, "for the test");
    make(runtime, SAMPLED, account -> account.openVault("key"));
    assertThat(tree())
        .containsExactly("Account.openVault INTERNAL sandboxed", "  Vault.open INTERNAL local");
  }

  @Test
  void aRemoteCallIsASpanOfEitherSide() throws Exception {
    HeddleRuntime replica = bank(RuntimeOptions.DEFAULT);
    make(remote(replica), SAMPLED, account -> account.openVault("key"));
    assertThat(tree())
        .containsExactly(
            "Account.openVault CLIENT remote one",
            "  Account.openVault SERVER local one",
            "    Vault.open INTERNAL local");
  }

  @Test
  void aProcessThatRecordsNothingHandsTheTraceOn() throws Exception {
    HeddleRuntime replica = HeddleRuntime.builder(Fixtures.bank()).build();
    replica.start();
    make(remote(replica), SAMPLED, account -> account.openVault("key"));
    assertThat(tree()).containsExactly("Account.openVault CLIENT remote one");
  }

  @Test
  void callsOfARequestThatIsNotSampledAreNoSpans() throws Exception {
    TraceContext unsampled = new TraceContext(SAMPLED.traceId(), SAMPLED.parentId(), false);
    make(remote(bank(RuntimeOptions.DEFAULT)), unsampled, account -> account.openVault("key"));
    assertThat(exported.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void exceptionsAreNotedOnBothSides() {
    HeddleRuntime runtime = remote(bank(RuntimeOptions.DEFAULT));
    assertThatThrownBy(() -> make(runtime, SAMPLED, account -> account.withdraw(142)))
        .isInstanceOf(Overdrawn.class);
    assertThat(error(SpanKind.CLIENT)).isEqualTo(Overdrawn.class.getName());
    assertThat(error(SpanKind.SERVER)).isEqualTo("_OTHER");
    exported.reset();
    assertThatThrownBy(
            () ->
                make(
                    runtime,
                    SAMPLED,
                    account -> {
                      account.fail("broken");
                      return true;
                    }))
        .isInstanceOf(ComponentException.class);
    assertThat(error(SpanKind.CLIENT)).isEqualTo("java.lang.IllegalStateException");
    assertThat(error(SpanKind.SERVER)).isEqualTo("java.lang.IllegalStateException");
    assertThat(span("Account.fail").getEvents()).hasSize(1);
  }

  @Test
  void aCallOutOfTheSandboxThatFailsIsNotedThoughItsOutcomeIsAMessage() {
    HeddleRuntime runtime = bank(RuntimeOptions.DEFAULT);
    runtime.place("Account", Placement.SANDBOXED, "for the test");
    assertThatThrownBy(() -> make(runtime, SAMPLED, account -> account.openVault("wrong")))
        .isInstanceOf(ComponentException.class);
    assertThat(span("Vault.open").getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.lang.IllegalArgumentException");
  }

  @Test
  void aCallThatIsNotAnsweredInTimeIsNotedSo() {
    HeddleRuntime runtime =
        bank(
            RuntimeOptions.DEFAULT.withComponents(
                Map.of("Account", ComponentOptions.NONE.withDeadline(Duration.ofNanos(1)))));
    assertThatThrownBy(() -> make(runtime, SAMPLED, account -> account.openVault("key")))
        .isInstanceOf(ComponentTimeoutException.class);
    assertThat(span("Account.openVault").getAttributes().get(stringKey("error.type")))
        .isEqualTo(ComponentTimeoutException.class.getName());
  }

  @Test
  void aSpanThatTheApplicationBeganIsTheParent() throws Exception {
    HeddleRuntime runtime = bank(RuntimeOptions.DEFAULT);
    Span own = telemetry.getTracer("test").spanBuilder("own").startSpan();
    try (Scope scope = own.makeCurrent()) {
      TraceContext ingress = tracer.current().orElseThrow();
      Span nearer = telemetry.getTracer("test").spanBuilder("nearer").startSpan();
      try (Scope inner = nearer.makeCurrent()) {
        make(runtime, ingress, account -> account.withdraw(1));
      }
      nearer.end();
    }
    own.end();
    assertThat(tree())
        .containsExactly(
            "own INTERNAL", "  nearer INTERNAL", "    Account.withdraw INTERNAL local");
  }

  @Test
  void theCalleeWorksInTheSpanOfItsCall() throws Exception {
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.bank())
            .tracer(tracer, true)
            .options(RuntimeOptions.DEFAULT.withCopyLocalCalls(true))
            .implementation(
                Vault.class,
                () ->
                    key ->
                        Span.current().getSpanContext().getSpanId()
                            + RequestContext.current().orElseThrow().trace().parentId())
            .build();
    runtime.start();
    String inside = make(runtime, SAMPLED, account -> account.openVault("key"));
    String id = span("Vault.open").getSpanId();
    assertThat(inside).isEqualTo(id + id);
  }

  @Test
  void aStreamIsASpanUntilItIsOver() throws Exception {
    HeddleRuntime runtime = feed();
    runtime
        .requests()
        .run(
            runtime.requests().enter("Test", SAMPLED),
            () -> {
              ValueStream<Long> numbers = runtime.component("Test", Feed.class).numbers(2);
              numbers.next();
              assertThat(exported.getFinishedSpanItems()).isEmpty();
              numbers.next();
              return numbers.hasNext();
            });
    assertThat(tree()).containsExactly("Feed.numbers INTERNAL local");
  }

  @Test
  void localCallsAreRecordedOnlyWhereThatIsWanted() throws Exception {
    HeddleRuntime runtime = HeddleRuntime.builder(Fixtures.bank()).tracer(tracer, false).build();
    runtime.start();
    make(runtime, SAMPLED, account -> account.openVault("key"));
    assertThat(exported.getFinishedSpanItems()).isEmpty();
  }

  private interface Call<R> {
    R on(Account account) throws Exception;
  }

  private static <R> R make(HeddleRuntime runtime, TraceContext trace, Call<R> call)
      throws Exception {
    Callable<R> made = () -> call.on(runtime.component("Test", Account.class));
    return runtime.requests().run(runtime.requests().enter("Test", trace), made::call);
  }

  private HeddleRuntime bank(RuntimeOptions options) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.bank())
            .options(options)
            .sandbox(new SkeletonSandbox())
            .tracer(tracer, true)
            .build();
    runtime.start();
    return runtime;
  }

  private HeddleRuntime feed() {
    HeddleRuntime runtime = HeddleRuntime.builder(Fixtures.feed()).tracer(tracer, true).build();
    runtime.start();
    return runtime;
  }

  private HeddleRuntime remote(HeddleRuntime replica) {
    LoopbackTransport transport = new LoopbackTransport();
    transport.line("one:1").to(replica.incoming(identity("one"), Set.of(), Granting.NOTHING, 100));
    ReplicaOptions options =
        new ReplicaOptions(List.of(ReplicaAddress.parse("one:1")), Duration.ofSeconds(30), 1);
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.bank())
            .options(RuntimeOptions.DEFAULT.withPlacement(Placement.REMOTE))
            .replicas(new Replicas(transport, identity("application"), options))
            .tracer(tracer, true)
            .build();
    runtime.start();
    return runtime;
  }

  private static ProcessIdentity identity(String name) {
    return new ProcessIdentity("bank", "unknown", name, 1);
  }

  private SpanData span(String name) {
    return exported.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String error(SpanKind kind) {
    SpanData failed =
        exported.getFinishedSpanItems().stream()
            .filter(span -> span.getKind() == kind)
            .findFirst()
            .orElseThrow();
    assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    return String.valueOf(failed.getAttributes().get(stringKey("error.type")));
  }

  /** The spans, each below its parent. */
  private List<String> tree() {
    List<SpanData> spans = exported.getFinishedSpanItems();
    Set<String> known = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
    List<String> lines = new ArrayList<>();
    spans.stream()
        .filter(span -> !known.contains(span.getParentSpanId()))
        .forEach(root -> add(root, "", spans, lines));
    return lines;
  }

  private static void add(SpanData span, String indent, List<SpanData> all, List<String> lines) {
    StringBuilder line = new StringBuilder(indent + span.getName() + " " + span.getKind());
    for (String key : List.of("heddle.placement", "heddle.replica")) {
      Object value = span.getAttributes().get(stringKey(key));
      if (value != null) line.append(' ').append(value);
    }
    lines.add(line.toString());
    all.stream()
        .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
        .forEach(child -> add(child, indent + "  ", all, lines));
  }
}
