package dev.heddle.boutique;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The boutique as a program. */
@SpringBootApplication(proxyBeanMethods = false)
public class BoutiqueApplication {

  /** Starts the boutique. */
  public static void main(String[] arguments) {
    SpringApplication.run(BoutiqueApplication.class, arguments);
  }
}
