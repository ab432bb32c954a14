package dev.heddle.core.capability;

import dev.heddle.component.capability.BlobStore.Blob;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A blob as one file: a mark, the content type, the content's length, the content. Streams and not
 * channels, which an interrupt of the caller would close.
 */
final class BlobFile {
  private static final int MARK = 0x48424C31; // HBL1

  private BlobFile() {}

  /** Writes a file and returns when the disk has it. */
  static void write(Path file, Blob blob) throws IOException {
    try (FileOutputStream stream = new FileOutputStream(file.toFile())) {
      DataOutputStream data = new DataOutputStream(new BufferedOutputStream(stream));
      data.writeInt(MARK);
      data.writeUTF(blob.contentType());
      data.writeInt(blob.content().length);
      data.write(blob.content());
      data.flush();
      stream.getFD().sync();
    }
  }

  /** Reads a file; fails when it is not one that {@link #write} wrote. */
  static Blob read(Path file) throws IOException {
    try (DataInputStream data = new DataInputStream(new FileInputStream(file.toFile()))) {
      if (data.readInt() != MARK) throw new StreamCorruptedException("it is no blob");
      String contentType = data.readUTF();
      int length = data.readInt();
      byte[] content = data.readAllBytes();
      if (content.length != length) {
        throw new StreamCorruptedException(
            "it should hold " + length + " bytes and holds " + content.length);
      }
      return new Blob(content, contentType);
    }
  }

  /** Returns when the disk has a folder's entries. */
  static void syncFolder(Path folder) throws IOException {
    boolean interrupted = Thread.interrupted();
    while (true) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
        break;
      } catch (ClosedByInterruptException again) {
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
