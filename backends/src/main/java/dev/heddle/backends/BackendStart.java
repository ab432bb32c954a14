package dev.heddle.backends;

import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.Problem;
import dev.heddle.core.spring.RuntimeCustomizer;
import java.util.List;

/**
 * Looks at a backend before the runtime is built, so that what is wrong is told with everything
 * else that is.
 *
 * @param askServer whether the server must answer
 */
record BackendStart(Backend backend, boolean askServer) implements RuntimeCustomizer {

  @Override
  public void customize(HeddleRuntimeBuilder builder) {
    List<Problem> settings = backend.settingProblems();
    settings.forEach(builder::problem);
    if (settings.isEmpty() && askServer) backend.serverProblems().forEach(builder::problem);
  }
}
