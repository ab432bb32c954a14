package dev.heddle.boutique;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web shop. */
@SpringBootApplication
public class BoutiqueApplication {

  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(BoutiqueApplication.class, arguments);
  }
}
