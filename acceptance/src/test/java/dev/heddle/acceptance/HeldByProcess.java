package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Java process holds on to.
 *
 * @param liveBytes of the objects that are left when garbage is collected
 */
record HeldByProcess(long pid, long liveBytes, long residentBytes, int threads) {

  /** Of a run's application and replicas. */
  static List<HeldByProcess> of(Heddle run, String url) throws Exception {
    List<HeldByProcess> all = new ArrayList<>();
    String started = run.line("application is process");
    all.add(of(Long.parseLong(started.split(" +")[5])));
    for (Replica each : Replica.ready(url)) all.add(of(each.pid()));
    return all;
  }

  private static HeldByProcess of(long pid) throws Exception {
    String histogram = jcmd(pid, "GC.class_histogram");
    String total =
        histogram.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    List<String> status = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
    return new HeldByProcess(
        pid,
        Long.parseLong(total.split(" +")[2]),
        figure(status, "VmRSS:") * 1024,
        (int) figure(status, "Threads:"));
  }

  private static long figure(List<String> status, String name) {
    String line = status.stream().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
    return Long.parseLong(line.split("\\s+")[1]);
  }

  private static String jcmd(long pid, String command) throws Exception {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(said).isZero();
    return said;
  }
}
