package dev.heddle.core.spring;

import dev.heddle.core.CallTracer;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RequestContext;
import dev.heddle.core.TraceContext;
import dev.heddle.core.Trail;
import dev.heddle.core.capability.LogContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Where a web request enters: runs it within a {@link RequestContext}, has every line that its
 * thread logs carry its trace, and says in the response's headers which revision answered and, when
 * trails are on, which calls were made.
 */
final class IngressFilter extends OncePerRequestFilter {
  static final String REVISION = "X-Heddle-Revision";
  static final String TRAIL = "X-Heddle-Trail";
  private static final int FAILED = 500;
  private static final String CONTEXT = RequestContext.class.getName();

  private final HeddleRuntime runtime;
  private final String caller;
  private final Optional<CallTracer> tracer;

  /**
   * @param caller who makes the requests
   * @param tracer who knows the trace that a request is part of, if anybody
   */
  IngressFilter(HeddleRuntime runtime, String caller, Optional<CallTracer> tracer) {
    this.runtime = runtime;
    this.caller = caller;
    this.tracer = tracer;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(REVISION, runtime.options().revision());
    RequestContext context = context(request);
    try (LogContext lines = LogContext.ofRequest(context, runtime.options().revision())) {
      runtime
          .requests()
          .run(
              context,
              () -> {
                forward(context.trail(), request, response, chain);
                if (response.getStatus() >= FAILED) context.failed();
                return true;
              });
    } catch (IOException | ServletException | RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new ServletException(unexpected);
    }
  }

  /** An error page is part of the request that failed. */
  private RequestContext context(HttpServletRequest request) {
    if (request.getAttribute(CONTEXT) instanceof RequestContext earlier) return earlier;
    RequestContext context =
        runtime
            .requests()
            .enter(
                caller, trace(request), () -> request.getMethod() + " " + request.getRequestURI());
    request.setAttribute(CONTEXT, context);
    return context;
  }

  private TraceContext trace(HttpServletRequest request) {
    return tracer
        .flatMap(CallTracer::current)
        .or(
            () ->
                Optional.ofNullable(request.getHeader("traceparent")).flatMap(TraceContext::parse))
        .orElseGet(TraceContext::create);
  }

  private static void forward(
      Optional<Trail> trail,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    if (trail.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    // A header cannot follow the body, and calls are made while the body is written.
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    try {
      chain.doFilter(request, held);
    } finally {
      response.setHeader(TRAIL, trail.get().header());
      held.copyBodyToResponse();
    }
  }
}
