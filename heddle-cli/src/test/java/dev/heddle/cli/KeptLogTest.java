package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLogTest {
  private static final List<String> PROCESSES = List.of("application", "replica-1", "heddle");
  private static final String CART =
      "2026-11-22T05:43:53.123Z  INFO 4711 --- [boutique] [    main] component.Cart"
          + "                           : added: 2";
  private static final String SPRING =
      "2026-11-22T05:43:53.123Z  WARN 4711 --- [boutique] [    main] o.s.boot.Application"
          + "                     : component.Cart : is only spoken of";

  @TempDir private Path project;

  @Test
  void givesLinesBackWithWhoWroteThem() throws IOException {
    try (KeptLog log = KeptLog.begin(project, PROCESSES)) {
      log.add("replica-1", CART);
      log.add("replica-1", "");
      log.add("application", "\tat a line that follows nothing");
      log.add("replica-1", "\tat dev.heddle.Cart");
      log.add("replica-1", SPRING);
      log.add("replica-1", "\tat org.springframework");
    }
    assertThat(read(reader()))
        .containsExactly(
            "replica-1 Cart " + CART,
            "replica-1 Cart ",
            "application  \tat a line that follows nothing",
            "replica-1 Cart \tat dev.heddle.Cart",
            "replica-1  " + SPRING,
            "replica-1  \tat org.springframework");
  }

  @Test
  void aReaderFollowsFromPartToPart() throws IOException {
    try (KeptLog log = KeptLog.begin(project, PROCESSES, 100);
        KeptLogReader reader = reader()) {
      List<String> read = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        log.add("heddle", "line " + i);
        expected.add("heddle  line " + i);
        read.addAll(read(reader));
      }
      assertThat(read).isEqualTo(expected);
    }
  }

  @Test
  void ofALongLogTheLastTwoPartsAreThere() throws IOException {
    try (KeptLog log = KeptLog.begin(project, PROCESSES, 1_000)) {
      for (int i = 0; i < 1_000; i++) log.add("heddle", "line " + i);
      long bytes = 0;
      for (Path part : KeptLog.parts(KeptLog.folder(project)).values()) bytes += Files.size(part);
      assertThat(bytes).isBetween(1_000L, 2_200L);
      assertThat(read(reader())).hasSizeGreaterThan(20).endsWith("heddle  line 999");
    }
  }

  @Test
  void aLineThatIsNotCompleteIsNotGiven() throws IOException {
    try (KeptLog log = KeptLog.begin(project, PROCESSES);
        KeptLogReader reader = reader()) {
      log.add("heddle", "first");
      Path part = KeptLog.parts(KeptLog.folder(project)).firstEntry().getValue();
      Files.writeString(part, Files.readString(part) + "12 heddle sec");
      assertThat(read(reader)).containsExactly("heddle  first");
      Files.writeString(part, Files.readString(part) + "ond\n");
      assertThat(read(reader)).containsExactly("heddle  second");
    }
  }

  @Test
  void itsWriterIsAliveUntilItIsClosed() throws IOException {
    KeptLog log = KeptLog.begin(project, PROCESSES);
    assertThat(writer()).hasValueSatisfying(it -> assertThat(it.alive()).isTrue());
    log.close();
    assertThat(writer()).hasValueSatisfying(it -> assertThat(it.alive()).isFalse());
    assertThat(writer()).map(KeptLog.Writer::processes).contains(PROCESSES);
    log.add("heddle", "too late");
    assertThat(read(reader())).isEmpty();
  }

  @Test
  void theNextRunBeginsAnew() throws IOException {
    try (KeptLog log = KeptLog.begin(project, PROCESSES)) {
      log.add("heddle", "of yesterday");
    }
    try (KeptLog log = KeptLog.begin(project, PROCESSES)) {
      log.add("heddle", "of today");
    }
    assertThat(read(reader())).containsExactly("heddle  of today");
    KeptLog.forget(project);
    assertThat(writer()).isEmpty();
    assertThat(read(reader())).isEmpty();
  }

  private Optional<KeptLog.Writer> writer() {
    return KeptLog.writer(KeptLog.folder(project));
  }

  private KeptLogReader reader() {
    return new KeptLogReader(KeptLog.folder(project));
  }

  private static List<String> read(KeptLogReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    for (var line = reader.next(); line.isPresent(); line = reader.next()) {
      KeptLine read = line.get();
      lines.add(read.process() + " " + read.component() + " " + read.line());
    }
    return lines;
  }
}
