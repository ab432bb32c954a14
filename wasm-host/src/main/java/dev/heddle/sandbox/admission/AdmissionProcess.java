package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.ModuleProblem;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final int HEAP_MEGABYTES = 256;
  private static final int WALL_CLOCK_FACTOR = 10;
  private static final long LOOK_MILLIS = 20;
  private static final String RULE =
      "A module can be read, checked and compiled with little effort";
  private static final String REMEDY = "Make it smaller and simpler";

  private final Optional<Path> cache;
  private final Duration patience;

  /**
   * Admission by processes.
   *
   * @param cache folder for what they compile
   * @param patience how much processor time each may take, up to 256 KiB; longer ones more
   */
  public AdmissionProcess(Optional<Path> cache, Duration patience) {
    this.cache = cache;
    this.patience = patience;
  }

  @Override
  public List<ModuleProblem> judge(byte[] module, GuestAbi abi, Set<Grant> grants, String digest) {
    try {
      Process process = start();
      try {
        Thread writer = Thread.ofVirtual().start(() -> write(process, module, abi, grants, digest));
        List<ModuleProblem> verdict = await(process, patience(module.length));
        writer.interrupt();
        return verdict;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + HEAP_MEGABYTES + "m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(ChildClassPath.arguments(AdmissionMain.class));
    cache.ifPresent(each -> command.add(each.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void write(
      Process process, byte[] module, GuestAbi abi, Set<Grant> grants, String digest) {
    try (OutputStream stream = process.getOutputStream();
        DataOutputStream out = new DataOutputStream(stream)) {
      out.writeUTF(abi.name());
      out.writeBoolean(grants.contains(Grant.CLOCK));
      out.writeBoolean(grants.contains(Grant.RANDOM));
      out.writeUTF(digest);
      out.writeInt(module.length);
      out.write(module);
    } catch (IOException e) {
      // It has ended, and its verdict says why.
    }
  }

  private Duration patience(int length) {
    int more = Math.max(0, length - COMMON_SIZE) >> 10;
    return patience.plus(FOR_EACH_KILOBYTE_MORE.multipliedBy(more));
  }

  private static List<ModuleProblem> await(Process process, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.multipliedBy(WALL_CLOCK_FACTOR).toNanos();
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
        if (used.compareTo(patience) > 0 || System.nanoTime() - deadline > 0) {
          return refused("it took longer than " + patience.toMillis() + " ms");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused("nobody waited for the verdict");
    }
    byte[] answer = process.getInputStream().readAllBytes();
    List<String> lines = new String(answer, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.getLast().equals(AdmissionMain.END)) {
      return refused(
          "it needed more than " + HEAP_MEGABYTES + " MB, or ended the process that read it");
    }
    return AdmissionMain.problems(lines.subList(0, lines.size() - 1));
  }

  private static List<ModuleProblem> refused(String found) {
    return List.of(new ModuleProblem(RULE, found, REMEDY));
  }
}
