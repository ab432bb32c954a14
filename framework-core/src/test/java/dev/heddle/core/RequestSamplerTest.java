package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.remote.IncomingCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestSamplerTest {
  private static final TraceContext TRACE = TraceContext.create();
  private static final MethodCalls CALLS = new MethodCalls("Test", "Vault", "open");

  private final AtomicLong clock = new AtomicLong();
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Boolean> detours = new CopyOnWriteArrayList<>();
  private final List<RequestSample> samples = new ArrayList<>();
  private final RequestSampler sampler = new RequestSampler(clock::get, timer, this::changed);

  private void changed() {
    detours.add(detour());
  }

  private boolean detour() {
    return sampler.detour();
  }

  /** Else it would end detours whenever this machine is busy. */
  @BeforeEach
  void holdTheTimer() {
    timer.execute(
        () -> {
          try {
            released.await();
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @AfterEach
  void end() {
    timer.shutdownNow();
  }

  @Test
  void nobodyIsRecordedWhileNobodyWantsToKnow() {
    assertThat(enter("GET /")).isEmpty();
    sampler.tell(samples::add);
    sampler.tell(null);
    assertThat(enter("GET /")).isEmpty();
    assertThat(detours).isEmpty();
  }

  @Test
  void ofAThousandRequestsASecondOneIsRecorded() {
    sampler.tell(samples::add);
    for (int request = 0; request < 10_000; request++) {
      clock.set(TimeUnit.MILLISECONDS.toNanos(request));
      enter("GET /" + request).ifPresent(RequestSamplerTest::callAndEnd);
    }
    assertThat(samples)
        .extracting(RequestSample::name)
        .containsExactly(
            "GET /0",
            "GET /1000",
            "GET /2000",
            "GET /3000",
            "GET /4000",
            "GET /5000",
            "GET /6000",
            "GET /7000",
            "GET /8000",
            "GET /9000");
  }

  @Test
  void aRequestWithoutCallsIsNotToldOfAndMakesRoomForAnother() {
    sampler.tell(samples::add);
    enter("GET /style.css").orElseThrow().end();
    clock.set(TimeUnit.MILLISECONDS.toNanos(199));
    assertThat(enter("GET /")).isEmpty();
    clock.set(TimeUnit.MILLISECONDS.toNanos(200));
    callAndEnd(enter("GET /").orElseThrow());
    assertThat(samples).extracting(RequestSample::name).containsExactly("GET /");
  }

  @Test
  void stubsMakeADetourFromTheFirstRecordedRequestsBeginToTheLastOnesEnd() {
    sampler.tell(samples::add);
    CallRecording first = enter("GET /").orElseThrow();
    CallRecording second = sampler.serving(served(7)).orElseThrow();
    first.end();
    assertThat(detour()).isTrue();
    second.end();
    second.end();
    assertThat(detour()).isFalse();
    assertThat(detours).containsExactly(true, false);
  }

  @Test
  void whoHasMadeALongDetourMakesNoneForAHundredTimesAsLong() {
    sampler.tell(samples::add);
    CallRecording slow = enter("GET /slow").orElseThrow();
    clock.set(TimeUnit.MILLISECONDS.toNanos(90));
    slow.end();
    clock.set(TimeUnit.MILLISECONDS.toNanos(90 + 3_100));
    assertThat(enter("GET /")).isEmpty();
    CallRecording served = sampler.serving(served(7)).orElseThrow();
    assertThat(detour()).isFalse();
    served.end();
    clock.set(TimeUnit.MILLISECONDS.toNanos(90 + 4_200));
    assertThat(enter("GET /")).isPresent();
  }

  @Test
  void anEndlessDetourIsMadeUpForInSeconds() {
    sampler.tell(samples::add);
    CallRecording slow = enter("GET /slow").orElseThrow();
    clock.set(TimeUnit.SECONDS.toNanos(60));
    slow.end();
    clock.set(TimeUnit.MILLISECONDS.toNanos(60_000 + 5_001));
    assertThat(enter("GET /")).isPresent();
  }

  @Test
  void aDetourEndsThoughItsRequestGoesOn() {
    released.countDown();
    sampler.tell(samples::add);
    CallRecording endless = enter("GET /endless").orElseThrow();
    while (detour()) Thread.onSpinWait();
    callAndEnd(endless);
    assertThat(samples).hasSize(1);
  }

  @Test
  void aServedCallIsRecordedIfItsRequestIs() {
    sampler.tell(samples::add);
    assertThat(sampler.serving(served(0))).isEmpty();
    callAndEnd(sampler.serving(served(7)).orElseThrow());
    assertThat(samples).extracting(RequestSample::served).containsExactly(7L);
  }

  @Test
  void ofManyCallsTheFirstHundredAreKeptAndLongNamesAreCut() {
    sampler.tell(samples::add);
    CallRecording recording = enter("GET /" + "x".repeat(300)).orElseThrow();
    for (int i = 0; i < 150; i++) call(recording);
    recording.end();
    assertThat(samples.getFirst().calls()).hasSize(100);
    assertThat(samples.getFirst().name()).hasSize(200).endsWith("x…");
  }

  private Optional<CallRecording> enter(String name) {
    return sampler.entering(TRACE, () -> name);
  }

  private static IncomingCall.Context served(long call) {
    return new IncomingCall.Context("Test", TRACE, 1_000_000, false, call);
  }

  private static void callAndEnd(CallRecording recording) {
    call(recording);
    recording.end();
  }

  private static void call(CallRecording recording) {
    RequestContext request =
        RequestContext.entering(
            "Test",
            TRACE,
            Optional.empty(),
            java.time.Duration.ofSeconds(1),
            Optional.of(recording));
    recording.begin(request, CallSpan.NONE, CALLS).end();
  }
}
