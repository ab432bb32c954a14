package dev.heddle.wasm.guest;

/** SHA-256, as FIPS 180-4 says. */
public final class Sha256 {
  private static final int BLOCK = 64;
  private static final int WORDS = 64;
  private static final int LENGTH_BYTES = 8;

  /** The first 32 bits behind the point of the cube roots of the first 64 primes. */
  private static final int[] ROUNDS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
    0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
    0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2
  };

  /** The first 32 bits behind the point of the square roots of the first eight primes. */
  private final int[] hash = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  private final byte[] block = new byte[BLOCK];
  private final int[] words = new int[WORDS];
  private long length;

  /** Takes some more bytes. */
  public void update(byte[] input, int offset, int count) {
    for (int i = offset; i < offset + count; i++) add(input[i]);
  }

  /** The digest of all bytes taken; the last call. */
  public byte[] finish() {
    long bits = length * Byte.SIZE;
    add((byte) 0x80);
    while (length % BLOCK != BLOCK - LENGTH_BYTES) add((byte) 0);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      add((byte) (bits >>> shift));
    }
    byte[] digest = new byte[hash.length * Integer.BYTES];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (hash[i / 4] >>> (24 - 8 * (i % 4)));
    }
    return digest;
  }

  private void add(byte value) {
    block[(int) (length++ % BLOCK)] = value;
    if (length % BLOCK == 0) round();
  }

  private void round() {
    for (int i = 0; i < 16; i++) {
      words[i] =
          (block[4 * i] & 0xff) << 24
              | (block[4 * i + 1] & 0xff) << 16
              | (block[4 * i + 2] & 0xff) << 8
              | block[4 * i + 3] & 0xff;
    }
    for (int i = 16; i < WORDS; i++) {
      int early = words[i - 15];
      int late = words[i - 2];
      int mixedEarly = right(early, 7) ^ right(early, 18) ^ early >>> 3;
      int mixedLate = right(late, 17) ^ right(late, 19) ^ late >>> 10;
      words[i] = words[i - 16] + mixedEarly + words[i - 7] + mixedLate;
    }
    mix();
  }

  private void mix() {
    int[] v = hash.clone();
    for (int i = 0; i < WORDS; i++) {
      int e = v[4];
      int choice = e & v[5] ^ ~e & v[6];
      int one = v[7] + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + choice + ROUNDS[i] + words[i];
      int a = v[0];
      int majority = a & v[1] ^ a & v[2] ^ v[1] & v[2];
      int two = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + majority;
      System.arraycopy(v, 0, v, 1, v.length - 1);
      v[4] += one;
      v[0] = one + two;
    }
    for (int i = 0; i < v.length; i++) hash[i] += v[i];
  }

  private static int right(int value, int bits) {
    return Integer.rotateRight(value, bits);
  }
}
