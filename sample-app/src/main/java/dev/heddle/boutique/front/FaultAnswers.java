package dev.heddle.boutique.front;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers every fault: with a page, or under /api with problem details. */
@Controller
@ControllerAdvice
class FaultAnswers implements ErrorController {

  @ExceptionHandler(Exception.class)
  Object failed(Exception failure, HttpServletRequest request) {
    HttpHeaders headers =
        failure instanceof ErrorResponse known ? known.getHeaders() : new HttpHeaders();
    return answer(Faults.of(failure), headers, request.getRequestURI());
  }

  /** Faults that the web server or a filter found. */
  @RequestMapping("${spring.web.error.path:/error}")
  Object found(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    int code = status instanceof Integer found ? found : HttpStatus.NOT_FOUND.value();
    return answer(
        Fault.ofStatus(code), new HttpHeaders(), path == null ? "/error" : path.toString());
  }

  private static Object answer(Fault fault, HttpHeaders headers, String path) {
    if (path.equals("/api") || path.startsWith("/api/")) return problem(fault, headers, path);
    ModelAndView page = new ModelAndView("fault");
    page.setStatus(HttpStatusCode.valueOf(fault.status()));
    page.addObject("fault", fault);
    return page;
  }

  private static ResponseEntity<ProblemDetail> problem(
      Fault fault, HttpHeaders headers, String path) {
    ProblemDetail problem = ProblemDetail.forStatus(fault.status());
    problem.setTitle(fault.title());
    problem.setDetail(fault.detail());
    problem.setInstance(URI.create(path));
    if (!fault.problems().isEmpty()) problem.setProperty("errors", fault.problems());
    return ResponseEntity.status(fault.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
