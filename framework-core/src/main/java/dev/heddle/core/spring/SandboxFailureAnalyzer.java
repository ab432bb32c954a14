package dev.heddle.core.spring;

import dev.heddle.core.sandbox.SandboxException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why components cannot be made ready in the sandbox. */
final class SandboxFailureAnalyzer extends AbstractFailureAnalyzer<SandboxException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SandboxException cause) {
    return AssemblyFailureAnalyzer.analysis(
        "Components cannot be made ready in the sandbox", cause.problems(), cause);
  }
}
