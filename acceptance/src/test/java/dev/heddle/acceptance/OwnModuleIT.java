package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A guest in C that is Shipping in the packaged boutique. */
@Timeout(600)
final class OwnModuleIT {
  private static final Path HOME = Path.of(System.getProperty("heddle.home"));

  @TempDir private Path project;

  @Test
  void takesTheImplementationsPlaceAndIsTheOneThatWasThereAtTheStart() throws Exception {
    Path module = shippingInC();
    byte[] built = Files.readAllBytes(module);
    CopiedBoutique boutique = CopiedBoutique.in(project);
    try (Heddle run =
        boutique.start(
            "run", "--port", "0", "--", "--heddle.components.Shipping.sandbox.module=" + module)) {
      Customer customer = new Customer(CopiedBoutique.url(run));
      Files.write(module, new byte[] {0, 'a', 's', 'm'});
      try (Heddle place = boutique.start("place", "Shipping", "sandboxed")) {
        assertThat(place.output()).contains("shipping.wasm");
        assertThat(place.exitCode()).isEqualTo(1);
      }
      Files.write(module, built);
      boutique.heddle("place", "Shipping", "sandboxed");
      assertThat(boutique.heddle("status")).containsPattern("Shipping +\\S+ +sandboxed");

      assertThat(customer.order("k1")).contains("HB-");

      assertThat(calls(customer)).isGreaterThanOrEqualTo(2);
      run.signal("TERM");
      assertThat(run.exitCode()).isZero();
    }
  }

  /** Of Shipping, in the sandbox. */
  private static double calls(Customer customer) throws Exception {
    String metric = customer.get("/actuator/metrics/heddle.sandbox.calls?tag=component:Shipping");
    return JsonMapper.shared().readTree(metric).at("/measurements/0/value").asDouble();
  }

  private Path shippingInC() throws Exception {
    for (String tool : List.of("clang", "wasm-ld")) {
      if (onThePath(tool)) continue;
      String line = "A guest in C is not tried in the packaged boutique: no " + tool;
      System.out.println(line);
      Assumptions.abort(line);
    }
    Path module = project.resolve("shipping.wasm");
    try (Heddle build =
        Heddle.start(
            new ProcessBuilder(
                HOME.resolve("examples/guests/c/build").toString(), module.toString()))) {
      assertThat(build.exitCode()).as(build.output()).isZero();
    }
    return module;
  }

  private static boolean onThePath(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
