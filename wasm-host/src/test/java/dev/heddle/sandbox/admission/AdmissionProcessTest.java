package dev.heddle.sandbox.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.admission.AdmissionVerdict.Admitted;
import dev.heddle.sandbox.admission.AdmissionVerdict.Refused;
import dev.heddle.sandbox.admission.AdmissionVerdict.Unfinished;
import dev.heddle.sandbox.admission.AdmissionVerdict.Why;
import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionProcessTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void admitsAModuleAndKeepsWhatItCompiled() {
    byte[] module = HandMade.echo();

    assertThat(judge(module, LONG)).isEqualTo(new Admitted());

    EndiveEngine engine = new EndiveEngine(Optional.of(CompiledCache.standard(cache())));
    assertThat(engine.compiled(GuestAbi.JAVA_1, Set.of(), "digest")).isPresent();
    assertThat(engine.compilations()).isZero();
  }

  @Test
  void tellsWhatIsWrongWithAModule() {
    assertRefused(new byte[] {1, 2, 3}, "at offset 3");
    assertRefused(new ModuleBuilder().memory(8_192, 8_192).build(), "8192");
    // A number is no message: the runtime finds this out.
    assertRefused(HandMade.invoking(code -> code.op(0x42, 1)), "valid WebAssembly");
  }

  @Test
  void refusesAModuleThatTakesTooLong() {
    Duration patience = Duration.ofMillis(300);
    assertUnfinished(judgeBy(Judges.Looping.class, patience), Why.TIME, "longer than 300 ms");
    assertUnfinished(judgeBy(Judges.Sleeping.class, patience), Why.TIME, "longer than 300 ms");
  }

  @Test
  void refusesAModuleThatTakesTheMemoryOfItsProcess() {
    assertUnfinished(judgeBy(Judges.Exhausting.class, LONG), Why.MEMORY, "256 MB");
  }

  @Test
  void refusesAModuleThatEndsItsProcess() {
    assertUnfinished(judgeBy(Judges.Crashing.class, LONG), Why.CRASH, "with 134");
    assertUnfinished(judgeBy(Judges.Silent.class, LONG), Why.CRASH, "with 0");
    assertUnfinished(judgeBy(Judges.Failing.class, LONG), Why.CRASH, "with 1");
  }

  @Test
  void takesNoAnswerThatIsNotWhole() {
    assertUnfinished(judgeBy(Judges.Cut.class, LONG), Why.CRASH, "with 0");
    assertUnfinished(judgeBy(Judges.Garbling.class, LONG), Why.CRASH, "with 0");
    // More than a pipe holds, so it waits for a reader that there is not.
    assertUnfinished(judgeBy(Judges.Flooding.class, Duration.ofMillis(300)), Why.TIME, "300 ms");
    assertThat(judgeBy(Judges.Warned.class, LONG)).isEqualTo(new Admitted());
  }

  @Test
  void givesTheProcessNothingOfItsOwnSurroundings() {
    assertThat(judgeBy(Judges.Curious.class, LONG)).isEqualTo(new Admitted());
  }

  @Test
  void judgesFewModulesAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<AdmissionVerdict>> verdicts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        verdicts.add(threads.submit(() -> judgeBy(Judges.Looping.class, Duration.ofMillis(150))));
      }
      long most =
          IntStream.generate(AdmissionProcessTest::judges)
              .peek(count -> Thread.onSpinWait())
              .takeWhile(count -> !verdicts.stream().allMatch(Future::isDone))
              .max()
              .orElse(0);
      for (Future<AdmissionVerdict> each : verdicts) {
        assertUnfinished(each.get(), Why.TIME, "150 ms");
      }
      assertThat(most).isBetween(1L, 2L);
    }
    assertThat(judges()).isZero();
  }

  private static int judges() {
    return (int) ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }

  @Test
  void leavesACallersInterrupt() {
    Thread.currentThread().interrupt();

    assertUnfinished(judge(HandMade.echo(), LONG), Why.INTERRUPTED, "nobody waited");
    assertThat(Thread.interrupted()).isTrue();
  }

  private void assertRefused(byte[] module, String words) {
    assertThat(judge(module, LONG))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .anySatisfy(each -> assertThat(each.toString()).contains(words)));
  }

  private static void assertUnfinished(AdmissionVerdict verdict, Why why, String words) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Unfinished.class,
            unfinished -> {
              assertThat(unfinished.why()).isEqualTo(why);
              assertThat(unfinished.problem().found()).contains(words);
              assertThat(unfinished.problems()).containsExactly(unfinished.problem());
            });
  }

  private AdmissionVerdict judge(byte[] module, Duration patience) {
    return new AdmissionProcess(Optional.of(cache()), patience)
        .judge(module, GuestAbi.JAVA_1, Set.of(), "digest");
  }

  private AdmissionVerdict judgeBy(Class<?> judge, Duration patience) {
    return new AdmissionProcess(Optional.of(cache()), patience, judge)
        .judge(HandMade.echo(), GuestAbi.JAVA_1, Set.of(), "digest");
  }

  private Path cache() {
    return folder.resolve("cache");
  }
}
