package dev.heddle.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RequestContext;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.placements.fixture.Workbench;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A request's deadline, cancellation and context reach every call that is made for it. */
interface RequestsConformance extends Tried {
  /** How long a request may take that is to be too late. */
  Duration SHORT = Duration.ofSeconds(1);

  /** How long work may go on after that: generous, for machines that are busy. */
  Duration GRACE = Duration.ofSeconds(1);

  /** How long work goes on after that where the machine is not busy at that moment. */
  Duration PROMPT = Duration.ofMillis(50);

  /** How many moments are tried. */
  int MOMENTS = 20;

  @Test
  default void workTwoCallsFurtherDownEndsWithin50MillisecondsOfTheDeadline() {
    int page = page();
    try (HeddleRuntime hasty =
        application(RuntimeOptions.DEFAULT.withRequestDeadline(Duration.ofMillis(200)))) {
      Workbench workbench = hasty.component(CALLER, Workbench.class);
      warm(workbench);
      long least = Long.MAX_VALUE;
      for (int i = 0; i < MOMENTS && least > PROMPT.toNanos(); i++) {
        RequestContext request = hasty.requests().enter(CALLER, TraceContext.create());
        long deadline = System.nanoTime() + request.remaining().toNanos();
        assertThatThrownBy(() -> hasty.requests().run(request, () -> work(workbench, page)))
            .isInstanceOf(ComponentTimeoutException.class);
        least = Math.min(least, Quiet.last(journal(), page) - deadline);
      }
      assertThat(least).isLessThan(PROMPT.toNanos());
    }
  }

  @Test
  default void workTwoCallsFurtherDownEndsWithTheDeadline() {
    int page = page();
    try (HeddleRuntime hasty = application(RuntimeOptions.DEFAULT.withRequestDeadline(SHORT))) {
      Workbench workbench = hasty.component(CALLER, Workbench.class);
      warm(workbench);
      RequestContext request = hasty.requests().enter(CALLER, TraceContext.create());
      long deadline = System.nanoTime() + SHORT.toNanos();
      assertThatThrownBy(() -> hasty.requests().run(request, () -> work(workbench, page)))
          .isInstanceOf(ComponentTimeoutException.class);
      assertThat(System.nanoTime() - deadline).isNotNegative();
      assertThat(journal().count(page)).isPositive();
      assertThat(Quiet.last(journal(), page) - deadline).isLessThan(GRACE.toNanos());
    }
  }

  @Test
  default void workTwoCallsFurtherDownEndsWhenTheRequestIsCancelled() {
    int page = page();
    Workbench workbench = workbench();
    warm(workbench);
    RequestContext request = application().requests().enter(CALLER, TraceContext.create());
    CompletableFuture<Throwable> outcome =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowableOfType(
                    Throwable.class,
                    () -> application().requests().run(request, () -> work(workbench, page))),
            Thread::startVirtualThread);
    Quiet.await(() -> journal().count(page) > 0);
    long cancelled = System.nanoTime();
    request.cancel();
    assertThat(outcome.join()).isInstanceOf(ComponentCancelledException.class);
    assertThat(Quiet.last(journal(), page) - cancelled).isLessThan(GRACE.toNanos());
  }

  @Test
  default void aRequestWhoseTimeIsOverMakesNoCall() {
    int page = page();
    RequestContext request = application().requests().enter(CALLER, TraceContext.create());
    request.cancel();
    assertThatThrownBy(() -> application().requests().run(request, () -> work(workbench(), page)))
        .isInstanceOf(ComponentCancelledException.class);
    assertThat(journal().count(page)).isZero();
  }

  @Test
  default void whoMakesTheRequestAndItsTraceTravelWithIt() {
    TraceContext trace = TraceContext.create();
    RequestContext request = application().requests().enter("Ann", trace);
    assertThat(application().requests().run(request, () -> workbench().request()))
        .isEqualTo("Ann " + trace.traceId());
    assertThat(workbench().request()).isEqualTo("none");
  }

  @Test
  default void theTrailNamesEveryCall() {
    try (HeddleRuntime watched = application(RuntimeOptions.DEFAULT.withTrails(true))) {
      Workbench workbench = watched.component(CALLER, Workbench.class);
      RequestContext request = watched.requests().enter(CALLER, TraceContext.create());
      assertThatThrownBy(
              () ->
                  watched
                      .requests()
                      .run(
                          request,
                          () -> {
                            workbench.failFurtherDown("seen");
                            return true;
                          }))
          .isInstanceOf(ComponentException.class);
      assertThat(request.trail().orElseThrow().header().replaceAll("@\\w+/", " "))
          .isEqualTo(
              "Workbench.failFurtherDown %s, Smith.fail %s, Anvil.crack %s"
                  .formatted(placement(), inner(), inner()));
    }
  }

  /** How a trail names the placement of a call between components. */
  default String inner() {
    return placement();
  }

  private static boolean work(Workbench workbench, int page) {
    workbench.work(page);
    return true;
  }

  /** Has everything opened that the calls to come need, outside of any request. */
  private static void warm(Workbench workbench) {
    assertThatThrownBy(() -> workbench.failFurtherDown("warm"))
        .isInstanceOf(ComponentException.class);
  }
}
