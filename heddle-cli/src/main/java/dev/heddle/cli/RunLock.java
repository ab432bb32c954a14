package dev.heddle.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * At most one {@code heddle run} a project: the lock is held from before the build until the
 * application has ended, and goes with the process that holds it, however that ends.
 */
final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static RunLock take(Path folder, RunFile runFile) throws IOException {
    Path state = Files.createDirectories(folder.resolve(".heddle"));
    FileChannel channel =
        FileChannel.open(
            state.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    // One who was killed leaves no lock, but perhaps an application.
    if (lock != null && runFile.read().isEmpty()) return new RunLock(channel);
    channel.close();
    throw refusal(runFile);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static CommandFailure refusal(RunFile runFile) {
    return CommandFailure.failed(
        runFile
            .read()
            .map(
                run ->
                    "the application already runs from this folder, as process "
                        + run.pid()
                        + " at "
                        + run.url()
                        + ". Stop it first: kill "
                        + run.pid())
            .orElse(
                "another 'heddle run' is starting or stopping the application of this folder."
                    + " Wait for it, or stop it first"));
  }
}
