package dev.heddle.sandbox.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of entries by key. Many threads and processes may use it at once: an entry appears as a
 * whole or not at all. An entry that is not what was written is deleted and reported as missing; so
 * is all that goes wrong with the folder, since a cache is never needed.
 *
 * <p>Entries are code that will run in this process. The folder is therefore only used while nobody
 * but its owner can write to it.
 */
public final class CompiledCache {
  private static final Logger LOG = LoggerFactory.getLogger(CompiledCache.class);
  private static final String SUFFIX = ".compiled";
  private static final int SUM_BYTES = 8;
  private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Path directory;
  private final Retention retention;

  /** Uses a folder, which is made when it is first written to. */
  public CompiledCache(Path directory, Duration longestUnused, long mostBytes) {
    this.directory = directory;
    this.retention = new Retention(directory, SUFFIX, longestUnused, mostBytes);
  }

  /** The folder of compiled modules of whoever runs this process. */
  public static Path usersOwn() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path caches =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return caches.resolve("heddle").resolve("wasm");
  }

  /** A folder that keeps 512 MiB at most, and entries for 30 days after their last use. */
  public static CompiledCache standard(Path directory) {
    return new CompiledCache(directory, Duration.ofDays(30), 512L << 20);
  }

  /** The entry of a key, in a buffer that nobody else has. */
  public Optional<ByteBuffer> get(String key) {
    Path file = file(key);
    try {
      if (!Files.isDirectory(directory) || !isOurs()) return Optional.empty();
      byte[] stored = Files.readAllBytes(file);
      if (!isIntact(key, stored)) {
        LOG.warn("{} is damaged: it is deleted, and its module compiled anew", file);
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(ByteBuffer.wrap(stored, SUM_BYTES, stored.length - SUM_BYTES));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("cannot read {}: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /** Keeps an entry, in place of one that was there. */
  public void put(String key, byte[] content) {
    try {
      Files.createDirectories(directory, ownerOnly(directory));
      if (!isOurs()) return;
      Path written = Files.createTempFile(directory, "entry", ".tmp");
      try {
        Files.write(written, stored(key, content));
        Files.move(written, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
      retention.enforce();
    } catch (IOException e) {
      LOG.warn("cannot write to {}: {}", directory, e.toString());
    }
  }

  private Path file(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return directory.resolve(HexFormat.of().formatHex(digest) + SUFFIX);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] stored(String key, byte[] content) {
    return ByteBuffer.allocate(SUM_BYTES + content.length)
        .putLong(sum(key, content, 0))
        .put(content)
        .array();
  }

  private static boolean isIntact(String key, byte[] stored) {
    if (stored.length < SUM_BYTES) return false;
    return ByteBuffer.wrap(stored).getLong() == sum(key, stored, SUM_BYTES);
  }

  /** Notices damage. It keeps nobody from writing what he likes; the folder's owner does. */
  private static long sum(String key, byte[] content, int from) {
    return sum(new CRC32(), key, content, from) << Integer.SIZE
        | sum(new CRC32C(), key, content, from);
  }

  private static long sum(Checksum sum, String key, byte[] content, int from) {
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
    sum.update(content, from, content.length - from);
    return sum.getValue();
  }

  private boolean isOurs() throws IOException {
    if (!isPosix(directory)) return true;
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
    boolean writable = permissions.stream().anyMatch(OTHERS_MAY_WRITE::contains);
    if (writable) {
      throw new AccessDeniedException(
          directory.toString(),
          null,
          "others can write to it, and what is in it is run; chmod 700 it");
    }
    return true;
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    if (!isPosix(path)) return new FileAttribute<?>[0];
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
