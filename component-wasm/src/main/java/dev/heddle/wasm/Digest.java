package dev.heddle.wasm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as hexadecimal digits. */
final class Digest {
  private final MessageDigest digest;

  private Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  static String of(byte[]... parts) {
    Digest digest = new Digest();
    for (byte[] part : parts) digest.digest.update(part);
    return HexFormat.of().formatHex(digest.digest.digest());
  }
}
