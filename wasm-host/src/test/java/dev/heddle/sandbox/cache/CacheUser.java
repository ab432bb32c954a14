package dev.heddle.sandbox.cache;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** A process that writes to a cache and reads from it, and fails if it reads what none wrote. */
final class CacheUser {

  private CacheUser() {}

  /** Takes the folder, and a number that no other process has. */
  public static void main(String[] arguments) {
    CompiledCache cache = new CompiledCache(Path.of(arguments[0]), Duration.ofDays(1), 8_000_000);
    Random random = new Random(Long.parseLong(arguments[1]));
    int found = 0;
    for (int i = 0; i < 40; i++) {
      int key = random.nextInt(7);
      if (random.nextBoolean()) {
        cache.put("key" + key, content(key));
      } else if (cache.get("key" + key).isPresent()) {
        found++;
        ByteBuffer expected = ByteBuffer.wrap(content(key));
        if (!cache.get("key" + key).orElse(expected).equals(expected)) {
          throw new IllegalStateException("another's content of key " + key);
        }
      }
    }
    if (found == 0) throw new IllegalStateException("nothing was ever found");
    System.out.println("done");
  }

  static byte[] content(int key) {
    byte[] content = new byte[400_000];
    Arrays.fill(content, (byte) key);
    return content;
  }
}
