package dev.heddle.core.capability;

import dev.heddle.component.capability.BlobStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One space of keys within a store that all components share; keeps its limits. */
public final class ScopedBlobStore implements BlobStore {
  /** So long that a store which allows a name 1,024 bytes can escape each of them. */
  private static final int LONGEST_KEY = 400;

  private static final Pattern CONTENT_TYPE = Pattern.compile("[ -~]{1,255}");

  private final BlobStore shared;
  private final String space;
  private final long largest;

  /**
   * The space of that name in {@code shared}.
   *
   * @param space a component's name, or what several components share; without a slash
   * @param largest the longest content, in bytes
   */
  public ScopedBlobStore(BlobStore shared, String space, long largest) {
    this.shared = shared;
    this.space = space + "/";
    this.largest = largest;
  }

  @Override
  public Optional<Blob> get(String key) {
    return shared.get(key(key));
  }

  @Override
  public void put(String key, Blob blob) {
    String full = key(key);
    if (blob.content().length > largest) {
      throw new IllegalArgumentException(
          "a blob is at most %d bytes long (heddle.blobs.max-size), not %d"
              .formatted(largest, blob.content().length));
    }
    if (!CONTENT_TYPE.matcher(blob.contentType()).matches()) {
      throw new IllegalArgumentException(
          "a content type is 1 to 255 printable ASCII characters, such as image/png");
    }
    shared.put(full, blob);
  }

  @Override
  public boolean delete(String key) {
    return shared.delete(key(key));
  }

  @Override
  public List<String> list(String prefix, String after, int limit) {
    StoreKeys.checkPage(prefix, after, limit);
    return shared.list(space + prefix, space + after, limit).stream()
        .map(key -> key.substring(space.length()))
        .toList();
  }

  private String key(String key) {
    StoreKeys.checkText("a key", key);
    int length = key.getBytes(StandardCharsets.UTF_8).length;
    if (length < 1 || length > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "a key is 1 to " + LONGEST_KEY + " bytes long in UTF-8, not " + length);
    }
    return space + key;
  }
}
