package dev.heddle.wasm;

import dev.heddle.component.spi.Dependency;
import java.util.Map;
import java.util.TreeMap;

/** What stands beside a module in the jar: whose it is, and what it was granted. */
final class Manifest {
  private static final String ABI = "java-1";

  private Manifest() {}

  static String of(Candidate candidate, byte[] module) {
    Map<String, String> values = new TreeMap<>();
    values.put("abi", ABI);
    values.put("implementation", candidate.implementation());
    values.put("component", candidate.component());
    values.put("sha256", Digest.of(module));
    values.put("grants", Integer.toString(candidate.dependencies().size()));
    for (int i = 0; i < candidate.dependencies().size(); i++) {
      values.put("grant." + i, grant(candidate.dependencies().get(i)));
    }
    values.put("built-by", GuestCompiler.NAME);
    return PlainProperties.write(values);
  }

  private static String grant(Dependency dependency) {
    return dependency.kind()
        + ":"
        + dependency.type().getName()
        + (dependency.optional() ? ":optional" : "");
  }
}
