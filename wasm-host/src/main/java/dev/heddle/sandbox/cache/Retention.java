package dev.heddle.sandbox.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long and how much a cache keeps: entries go that were unused longest. */
record Retention(Path directory, String suffix, Duration longestUnused, long mostBytes) {

  private record Entry(Path file, Instant used, long size) {}

  void enforce() throws IOException {
    List<Entry> entries = entries();
    entries.sort(Comparator.comparing(Entry::used).reversed());
    Instant oldest = Instant.now().minus(longestUnused);
    long kept = 0;
    for (Entry entry : entries) {
      kept += entry.size();
      if (entry.used().isBefore(oldest) || kept > mostBytes) Files.deleteIfExists(entry.file());
    }
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + suffix)) {
      for (Path file : files) {
        try {
          BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
          entries.add(
              new Entry(file, attributes.lastModifiedTime().toInstant(), attributes.size()));
        } catch (NoSuchFileException e) {
          // Another process has just deleted it.
        }
      }
    }
    return entries;
  }
}
