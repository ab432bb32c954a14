package dev.heddle.benchmarks.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.core.EdgeCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class ContenderTest {

  @ParameterizedTest
  @EnumSource
  void answersManyCallersAtATime(Contender contender) throws Exception {
    try (Served served = contender.peer().serve();
        Caller caller = contender.peer().connect(served.address())) {
      List<Long> answers = new ArrayList<>();
      caller.request(
          () -> {
            answers.add((long) caller.add(20, 22));
            answers.add(caller.place());
          });
      assertThat(answers).containsExactly(42L, 1_797L);
      List<Callable<Boolean>> callers =
          Collections.nCopies(
              8,
              () -> {
                for (int i = 0; i < 20; i++) {
                  for (Operation operation : Operation.values()) operation.call(caller, i);
                }
                return true;
              });
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Boolean> each : threads.invokeAll(callers)) assertThat(each.get()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "HEDDLE.*", mode = EnumSource.Mode.MATCH_ALL)
  void everyCallOfHeddleLeavesTheProcess(Contender contender) throws Exception {
    try (Served served = contender.peer().serve();
        Caller caller = contender.peer().connect(served.address())) {
      for (Operation operation : Operation.values()) operation.call(caller, 1);
      assertThat(((HeddlePeer.StubCaller) caller).runtime().edges())
          .extracting(EdgeCalls::calls, EdgeCalls::remoteShare)
          .containsExactly(Tuple.tuple(1L, 1.0), Tuple.tuple(1L, 1.0));
    }
  }

  @Test
  void aWrongAnswerEndsTheMeasurement() {
    Caller wrong =
        new Caller() {
          @Override
          public int add(int one, int other) {
            return one;
          }

          @Override
          public long place() {
            return 0;
          }

          @Override
          public void close() {}
        };
    Plan plan = new Plan(1, Duration.ZERO, 1, Duration.ofMillis(1));
    assertThatThrownBy(() -> ClosedLoop.run(wrong, Operation.ADD, plan, () -> new Usage(0, 0)))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the answer is 0, not 42");
  }

  @Test
  void callsThatAreRefusedAreCountedApart() throws Exception {
    Plan plan = new Plan(1, Duration.ZERO, 1, Duration.ofMillis(1));
    AtomicLong asked = new AtomicLong();
    Caller refusing =
        new Caller() {
          @Override
          public int add(int one, int other) {
            asked.incrementAndGet();
            throw new ComponentUnavailableException("Shop", "add", "too much to do");
          }

          @Override
          public long place() {
            return 0;
          }

          @Override
          public void close() {}
        };
    AtomicLong marks = new AtomicLong();
    Supplier<Usage> server =
        () -> {
          long before = asked.get();
          // The second is the window's end: not before calls have been refused in it.
          if (marks.incrementAndGet() == 2) while (asked.get() < before + 2) Thread.onSpinWait();
          return new Usage(0, 0);
        };
    Window window = ClosedLoop.run(refusing, Operation.ADD, plan, server).getFirst();
    assertThat(window.latencies().getTotalCount()).isZero();
    assertThat(window.refused()).isBetween(1L, asked.get());
  }

  @Test
  void usageIsThatOfTheWindowAlone() throws Exception {
    AtomicLong asked = new AtomicLong();
    Plan plan = new Plan(1, Duration.ZERO, 2, Duration.ofMillis(1));
    List<Window> windows =
        ClosedLoop.run(
            new LocalCaller(),
            Operation.PLACE,
            plan,
            () -> new Usage(asked.incrementAndGet() * 100, asked.get()));
    assertThat(windows).extracting(Window::server).containsOnly(new Usage(100, 1)).hasSize(2);
  }

  @Test
  void namesTheContendersWhenThereIsNoSuchOne() {
    assertThatThrownBy(() -> Contender.of("heddle-tcp"))
        .hasMessageContaining("heddle-tcp")
        .hasMessageContaining(
            "heddle, heddle-context, heddle-unix, heddle-tls, grpc, socket, rest");
  }
}
