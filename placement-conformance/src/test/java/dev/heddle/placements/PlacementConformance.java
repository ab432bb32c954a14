package dev.heddle.placements;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.remote.ReplicaAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a call promises in every placement. A subclass says where the components are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class PlacementConformance
    implements ValuesConformance, FailuresConformance, StreamsConformance, RequestsConformance {
  private final AtomicInteger pages = new AtomicInteger();
  private Path folder;
  private FileJournal journal;
  private HeddleRuntime application;

  @BeforeAll
  final void open(@TempDir Path own) throws Exception {
    folder = own;
    journal = new FileJournal(file(), () -> {});
    prepare();
    application = application(RuntimeOptions.DEFAULT);
  }

  @AfterAll
  final void close() throws Exception {
    application.close();
    end();
  }

  /** Begins what the application needs. */
  void prepare() throws Exception {}

  /** Ends it. */
  void end() throws Exception {}

  final Path file() {
    return folder.resolve("journal");
  }

  final ReplicaAddress socket() {
    return new ReplicaAddress.UnixSocket(folder.resolve("own/replica"));
  }

  @Override
  public final HeddleRuntime application() {
    return application;
  }

  @Override
  public final FileJournal journal() {
    return journal;
  }

  @Override
  public final int page() {
    return pages.getAndIncrement();
  }
}
