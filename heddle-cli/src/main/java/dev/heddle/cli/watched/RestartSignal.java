package dev.heddle.cli.watched;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Tells the command line how far a watched application's start is, by a line in a file. This class
 * runs in the application's process, which gets it from the command line and only for {@code run
 * --watch}.
 */
public final class RestartSignal implements ApplicationListener<SpringApplicationEvent> {
  /** The system property that names the file. */
  public static final String FILE = "heddle.watch.signals";

  /** Made by Spring Boot, for each start. */
  public RestartSignal() {}

  @Override
  public void onApplicationEvent(SpringApplicationEvent event) {
    switch (event) {
      case ApplicationStartingEvent _ -> tell("starting");
      case ApplicationReadyEvent _ -> tell("ready");
      case ApplicationFailedEvent _ -> tell("failed");
      default -> {}
    }
  }

  private static void tell(String word) {
    try {
      Files.writeString(
          Path.of(System.getProperty(FILE)),
          word + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
