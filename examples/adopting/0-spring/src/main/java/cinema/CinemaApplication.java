package cinema;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sells the seats of a small cinema. */
@SpringBootApplication
public class CinemaApplication {

  /** Starts the application. */
  public static void main(String[] arguments) {
    SpringApplication.run(CinemaApplication.class, arguments);
  }
}
