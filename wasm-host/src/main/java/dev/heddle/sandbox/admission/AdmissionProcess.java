package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.admission.AdmissionVerdict.Admitted;
import dev.heddle.sandbox.admission.AdmissionVerdict.Refused;
import dev.heddle.sandbox.admission.AdmissionVerdict.Unfinished;
import dev.heddle.sandbox.admission.AdmissionVerdict.Why;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.ModuleProblem;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Judges each module in a short-lived JVM with a small heap. There it is read, checked and
 * compiled, so that only that JVM is at stake; what it compiled is taken from the cache afterwards.
 */
public final class AdmissionProcess implements ModuleAdmission {
  /** How much processor time a module of common size may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int COMMON_SIZE = 256 << 10;
  private static final Duration FOR_EACH_KILOBYTE_MORE = Duration.ofMillis(10);
  private static final int WALL_CLOCK_FACTOR = 10;
  private static final long LOOK_MILLIS = 20;
  private static final int LONGEST_ANSWER = 64 << 10;

  /** How a JVM ends that was told to end when it runs out of memory. */
  private static final int OUT_OF_MEMORY = 3;

  /** Each has a heap of its own, so however many modules there are, only so many at once. */
  private static final Semaphore AT_ONCE = new Semaphore(2, true);

  private static final String RULE =
      "A module can be read, checked and compiled with little effort";
  private static final String REMEDY = "Make it smaller and simpler";

  private final Optional<Path> cache;
  private final Duration patience;
  private final Class<?> judge;

  /**
   * Admission by processes.
   *
   * @param cache folder for what they compile
   * @param patience how much processor time each may take, up to 256 KiB; longer ones more. What
   *     the process takes to start is not counted, but all of it ends after ten times as long.
   */
  public AdmissionProcess(Optional<Path> cache, Duration patience) {
    this(cache, patience, AdmissionMain.class);
  }

  /** The same with another program that judges. */
  AdmissionProcess(Optional<Path> cache, Duration patience, Class<?> judge) {
    this.cache = cache;
    this.patience = patience;
    this.judge = judge;
  }

  @Override
  public AdmissionVerdict judge(byte[] module, GuestAbi abi, Set<Grant> grants, String digest) {
    try {
      AT_ONCE.acquire();
    } catch (InterruptedException e) {
      return interrupted();
    }
    try {
      return judge(new AdmissionRequest(module, abi, grants, digest));
    } catch (IOException e) {
      return new Unfinished(
          Why.NOT_STARTED,
          new ModuleProblem(
              "A module from elsewhere is judged in a JVM of its own",
              "there is none: " + e.getMessage(),
              "Run the application on a JDK or JRE that has bin/java"));
    } finally {
      AT_ONCE.release();
    }
  }

  private AdmissionVerdict judge(AdmissionRequest request) throws IOException {
    Duration longest = patience(request.module().length);
    Duration wallClock = longest.multipliedBy(WALL_CLOCK_FACTOR);
    Process process = new JudgeCommand(judge, wallClock, cache).start();
    try {
      Thread writer = Thread.ofVirtual().start(() -> write(process, request));
      AdmissionVerdict verdict = await(process, longest, System.nanoTime() + wallClock.toNanos());
      writer.interrupt();
      return verdict;
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private static void write(Process process, AdmissionRequest request) {
    try (OutputStream stream = process.getOutputStream();
        DataOutputStream out = new DataOutputStream(stream)) {
      request.write(out);
    } catch (IOException e) {
      // It has ended, and its verdict says why.
    }
  }

  private Duration patience(int length) {
    int more = Math.max(0, length - COMMON_SIZE) >> 10;
    return patience.plus(FOR_EACH_KILOBYTE_MORE.multipliedBy(more));
  }

  private static AdmissionVerdict await(Process process, Duration patience, long deadline)
      throws IOException {
    try {
      Optional<Duration> beforeModule = Optional.empty();
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
        if (beforeModule.isEmpty() && process.getInputStream().available() > 0) {
          beforeModule = Optional.of(used);
        }
        boolean impatient = used.minus(beforeModule.orElse(used)).compareTo(patience) > 0;
        if (impatient || System.nanoTime() - deadline > 0) {
          return unfinished(Why.TIME, "it took longer than " + patience.toMillis() + " ms");
        }
      }
    } catch (InterruptedException e) {
      return interrupted();
    }
    return verdict(process);
  }

  private static AdmissionVerdict verdict(Process process) throws IOException {
    int exit = process.exitValue();
    if (exit == OUT_OF_MEMORY) {
      return unfinished(
          Why.MEMORY, "it needed more than " + JudgeCommand.HEAP_MEGABYTES + " MB of memory");
    }
    Optional<List<ModuleProblem>> found = exit == 0 ? answer(process) : Optional.empty();
    if (found.isEmpty()) {
      return unfinished(Why.CRASH, "it ended the process that read it, with " + exit);
    }
    return found.get().isEmpty() ? new Admitted() : new Refused(found.get());
  }

  /** The process has ended, so there is no more than a pipe holds. */
  private static Optional<List<ModuleProblem>> answer(Process process) throws IOException {
    try (InputStream in = process.getInputStream()) {
      byte[] text = in.readNBytes(LONGEST_ANSWER);
      return AdmissionAnswer.read(new String(text, StandardCharsets.UTF_8));
    }
  }

  private static AdmissionVerdict interrupted() {
    Thread.currentThread().interrupt();
    return unfinished(Why.INTERRUPTED, "nobody waited for the verdict");
  }

  private static AdmissionVerdict unfinished(Why why, String found) {
    return new Unfinished(why, new ModuleProblem(RULE, found, REMEDY));
  }
}
