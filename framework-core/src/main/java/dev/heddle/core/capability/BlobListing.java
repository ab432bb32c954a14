package dev.heddle.core.capability;

import dev.heddle.core.capability.BlobNames.Part;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One page of the keys below a folder. Looks only into folders that can hold one of them. Sorting a
 * folder's parts sorts the keys: no part begins another, except a file's that of a folder, and the
 * file comes first.
 */
final class BlobListing {
  private record Entry(Path path, Part part) {}

  private static final Comparator<Entry> IN_ORDER =
      Comparator.<Entry, String>comparing(entry -> entry.part().text())
          .thenComparing(entry -> !entry.part().file());

  private final String prefix;
  private final String after;
  private final int limit;
  private final List<String> keys = new ArrayList<>();

  BlobListing(String prefix, String after, int limit) {
    this.prefix = prefix;
    this.after = after;
    this.limit = limit;
  }

  List<String> of(Path folder) throws IOException {
    visit(folder, "");
    return List.copyOf(keys);
  }

  private void visit(Path folder, String parent) throws IOException {
    for (Entry entry : entries(folder)) {
      if (keys.size() >= limit) return;
      String key = parent + entry.part().text();
      if (entry.part().file()) {
        if (key.startsWith(prefix) && key.compareTo(after) > 0) keys.add(key);
      } else if (mayHold(key)) {
        visit(entry.path(), key);
      }
    }
  }

  private boolean mayHold(String begin) {
    boolean ofPrefix = begin.startsWith(prefix) || prefix.startsWith(begin);
    return ofPrefix && (begin.compareTo(after) > 0 || after.startsWith(begin));
  }

  private static List<Entry> entries(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path path : found) {
        BlobNames.part(path.getFileName().toString())
            .ifPresent(part -> entries.add(new Entry(path, part)));
      }
    } catch (NoSuchFileException | NotDirectoryException gone) {
      return List.of();
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    entries.sort(IN_ORDER);
    return entries;
  }
}
