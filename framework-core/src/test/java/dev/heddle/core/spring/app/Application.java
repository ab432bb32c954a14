package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application; nothing on it says that it has components. */
@SpringBootApplication
@RestController
public class Application {
  private final Greeter greeter;

  Application(Greeter greeter) {
    this.greeter = greeter;
  }

  @Bean
  static Bell bell() {
    return () -> "ding";
  }

  @Bean
  static InstantSource clock() {
    return InstantSource.fixed(Instant.EPOCH);
  }

  @GetMapping("/greet")
  String greet() {
    return greeter.greet("you");
  }

  @GetMapping("/log")
  String log() {
    LoggerFactory.getLogger(Application.class).info("a line of a controller");
    return greeter.greet("you");
  }

  @GetMapping("/redirect")
  void redirect(HttpServletResponse response) throws IOException {
    response.sendRedirect("/greet");
  }

  @GetMapping("/broken")
  String broken() {
    greeter.greet("you");
    throw new IllegalStateException("the handler is broken");
  }

  /** Works until its deadline stops it. */
  @GetMapping("/endless")
  String endless() {
    while (true) {
      try {
        greeter.greet("you");
      } catch (ComponentException stopped) {
        return stopped.getClass().getSimpleName();
      }
    }
  }
}
