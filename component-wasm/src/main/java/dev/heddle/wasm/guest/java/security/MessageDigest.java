package dev.heddle.wasm.guest.java.security;

import dev.heddle.wasm.guest.Sha256;
import java.security.NoSuchAlgorithmException;

/** Stands for the JDK's class, and knows SHA-256. */
public final class MessageDigest {
  private static final String ALGORITHM = "SHA-256";
  private static final int LENGTH = 32;

  private Sha256 state = new Sha256();

  private MessageDigest() {}

  public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
    if (algorithm.equalsIgnoreCase(ALGORITHM)) return new MessageDigest();
    throw new NoSuchAlgorithmException(
        algorithm + " MessageDigest not available: a sandbox has " + ALGORITHM);
  }

  public String getAlgorithm() {
    return ALGORITHM;
  }

  public int getDigestLength() {
    return LENGTH;
  }

  public void update(byte input) {
    state.update(new byte[] {input}, 0, 1);
  }

  public void update(byte[] input) {
    state.update(input, 0, input.length);
  }

  public void update(byte[] input, int offset, int length) {
    state.update(input, offset, length);
  }

  public byte[] digest() {
    byte[] digest = state.finish();
    reset();
    return digest;
  }

  public byte[] digest(byte[] input) {
    update(input);
    return digest();
  }

  public void reset() {
    state = new Sha256();
  }

  public static boolean isEqual(byte[] one, byte[] other) {
    int difference = one.length ^ other.length;
    for (int i = 0; i < Math.min(one.length, other.length); i++) difference |= one[i] ^ other[i];
    return difference == 0;
  }
}
