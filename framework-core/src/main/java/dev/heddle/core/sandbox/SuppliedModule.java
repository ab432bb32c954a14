package dev.heddle.core.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A WebAssembly module of the ABI {@code linear-1} that runs in the sandbox in the place of an
 * implementation, with its grants.
 *
 * @param file where it lies
 * @param sha256 digest of the file when the application was put together, in hexadecimal digits;
 *     empty when it could not be read. No other content is run.
 */
public record SuppliedModule(Path file, Optional<String> sha256) {

  /** The module in a file as it is now. */
  public static SuppliedModule of(Path file) {
    return new SuppliedModule(file, digest(file));
  }

  private static Optional<String> digest(Path file) {
    if (!Files.isRegularFile(file)) return Optional.empty();
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return Optional.of(HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
