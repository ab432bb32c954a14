package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationClientTest {
  @ParameterizedTest
  @ValueSource(ints = {200, 404, 401})
  void takesAnApplicationForReadyThatIsHealthyOrHidesItsHealth(int code) {
    assertThat(readyAt(code)).isTrue();
  }

  @Test
  void waitsForAnApplicationThatSaysItIsNotReady() {
    assertThat(readyAt(503)).isFalse();
  }

  @Test
  void waitsForAnApplicationThatDoesNotListenYet() {
    FakeApplication application = FakeApplication.start();
    application.close();
    try (ApplicationClient client = new ApplicationClient(application.url())) {
      assertThat(client.ready()).isFalse();
    }
  }

  private static boolean readyAt(int code) {
    try (FakeApplication application =
            FakeApplication.start().answering("/actuator/health", code, "");
        ApplicationClient client = new ApplicationClient(application.url())) {
      return client.ready();
    }
  }
}
