package dev.heddle.boutique.front;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what no controller answered: for people with a page, for programs with JSON. */
@Controller
class FallbackErrors implements ErrorController {

  @RequestMapping("/error")
  Object answer(HttpServletRequest request) {
    Refusal refusal = Refusal.of(status(request));
    if (forProgram(request)) {
      ResponseEntity<ProblemDetail> answer = ApiRefusals.answer(refusal);
      URI place = URI.create(path(request));
      Optional.ofNullable(answer.getBody()).ifPresent(problem -> problem.setInstance(place));
      return answer;
    }
    ModelAndView page = new ModelAndView("refusal");
    page.addObject("refusal", refusal);
    page.setStatus(refusal.status());
    return page;
  }

  private static boolean forProgram(HttpServletRequest request) {
    String path = path(request);
    if (path.startsWith("/api") || path.startsWith("/actuator")) return true;
    String accepted = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
    return accepted.contains("json") && !accepted.contains("html");
  }

  private static HttpStatus status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
        // Somebody asked for /error itself.
        : HttpStatus.NOT_FOUND;
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        ? path
        : "/error";
  }
}
