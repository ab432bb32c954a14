package dev.heddle.microservices;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what a component throws with problem details. */
@RestControllerAdvice
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  @ExceptionHandler(Exception.class)
  ProblemDetail thrown(Exception thrown) {
    return Refusal.write(thrown).orElseGet(() -> unexpected(thrown));
  }

  private static ProblemDetail unexpected(Exception thrown) {
    LOG.error("A request failed", thrown);
    return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, thrown.toString());
  }
}
