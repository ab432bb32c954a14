package dev.heddle.sandbox.module;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Modules that are changed in a few places; the same for the same seed. */
public final class Mutants {
  private static final int[] STRIKING = {0, 1, 0x0b, 0x40, 0x63, 0x64, 0x7f, 0x80, 0xfb, 0xff};

  private final List<byte[]> modules;

  public Mutants(List<byte[]> modules) {
    this.modules = List.copyOf(modules);
  }

  /** The mutant of a seed. */
  public byte[] of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] mutant = modules.get((int) Math.floorMod(seed, (long) modules.size())).clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) mutant = changed(mutant, random);
    return mutant;
  }

  private static byte[] changed(byte[] module, SplittableRandom random) {
    int at = Sections.HEADER + random.nextInt(module.length - Sections.HEADER);
    int length = Math.min(1 + random.nextInt(8), module.length - at);
    switch (random.nextInt(8)) {
      case 0, 1 -> module[at] = (byte) random.nextInt();
      case 2, 3 -> module[at] ^= (byte) (1 << random.nextInt(8));
      case 4 -> module[at] = (byte) STRIKING[random.nextInt(STRIKING.length)];
      case 5 -> {
        int from = random.nextInt(module.length - length);
        System.arraycopy(module, from, module, at, length);
      }
      case 6 -> {
        byte[] shorter = Arrays.copyOf(module, module.length - length);
        System.arraycopy(module, at + length, shorter, at, module.length - at - length);
        return shorter;
      }
      default -> {
        byte[] longer = Arrays.copyOf(module, module.length + length);
        System.arraycopy(module, at, longer, at + length, module.length - at);
        return longer;
      }
    }
    return module;
  }
}
