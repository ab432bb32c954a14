package dev.heddle.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a jar holds, read from its directory, which has a checksum of each entry already. Every
 * process of an application does this for some 40,000 entries before anything else, so it makes no
 * collections of them.
 *
 * @param entries how many there are
 * @param sum of their names, checksums and sizes; their times and order do not count
 * @param classPath the jars that the manifest names, separated by spaces; empty for none
 */
record JarContents(long entries, long sum, String classPath) {

  static JarContents of(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      EntrySum sum = new EntrySum();
      long entries = 0;
      long total = 0;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.isDirectory()) continue;
        entries++;
        total += sum.of(entry);
      }
      return new JarContents(entries, total, classPath(zip));
    }
  }

  /** Looks at the manifest's first section alone: in a signed jar the others are many. */
  private static String classPath(ZipFile zip) throws IOException {
    @Nullable ZipEntry manifest = zip.getEntry(JarFile.MANIFEST_NAME);
    if (manifest == null) return "";
    StringBuilder section = new StringBuilder();
    boolean named = false;
    // A line may end amid a character, so bytes are left as they are.
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(zip.getInputStream(manifest), ISO_8859_1))) {
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        named |= line.regionMatches(true, 0, "Class-Path:", 0, 11);
        section.append(line).append('\n');
      }
    }
    if (!named) return "";
    byte[] bytes = section.append('\n').toString().getBytes(ISO_8859_1);
    @Nullable String names =
        new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes().getValue(Name.CLASS_PATH);
    return names == null ? "" : names;
  }

  /** Numbers of entries that can be added up in any order. */
  private static final class EntrySum {
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    long of(ZipEntry entry) {
      byte[] name = entry.getName().getBytes(UTF_8);
      one.reset();
      one.update(name);
      other.reset();
      other.update(name);
      long named = mixed(one.getValue() << 32 | other.getValue());
      return mixed(mixed(named ^ entry.getCrc()) ^ entry.getSize());
    }

    /** Every bit of the result depends on every bit of what is mixed. */
    private static long mixed(long bits) {
      long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
      return mixed ^ mixed >>> 31;
    }
  }
}
