package dev.heddle.core.spring;

import dev.heddle.core.remote.TransportException;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why this process cannot speak to others. */
final class TransportFailureAnalyzer extends AbstractFailureAnalyzer<TransportException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, TransportException cause) {
    return AssemblyFailureAnalyzer.analysis(
        "This process cannot speak to others", List.of(cause.problem()), cause);
  }
}
