package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DoctorCommandTest {
  private final List<Finding> findings =
      List.of(
          Finding.ok("JDK", "25"),
          Finding.warning("port 8080", "in use", "Run with --port N."),
          Finding.missing("Maven", "'mvn' cannot be run", "Install it."));

  @Test
  void saysWhatIsWellAndWhatToDoAboutTheRest() {
    assertThat(DoctorCommand.text(findings, Ansi.OFF))
        .isEqualTo(
            """
            ok       JDK: 25
            warning  port 8080: in use
                     Run with --port N.
            missing  Maven: 'mvn' cannot be run
                     Install it.
            """);
  }

  @Test
  void coloursOnlyTheVerdicts() {
    assertThat(DoctorCommand.text(findings, Ansi.ON)).contains("\u001b[32mok\u001b[39m\u001b[0m ");
  }

  @Test
  void writesJson() {
    assertThat(DoctorCommand.json(findings.subList(0, 2)))
        .isEqualTo(
            "[{\"verdict\":\"ok\",\"subject\":\"JDK\",\"found\":\"25\",\"remedy\":\"\"},"
                + "{\"verdict\":\"warning\",\"subject\":\"port 8080\",\"found\":\"in use\","
                + "\"remedy\":\"Run with --port N.\"}]\n");
  }
}
