package dev.heddle.core.capability;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses are not of the public Internet. */
final class PrivateAddresses {
  private PrivateAddresses() {}

  /** Whether an address is of this machine, its network, or of no single machine at all. */
  static boolean contain(InetAddress address) {
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) return true;
    if (address.isLinkLocalAddress() || address.isSiteLocalAddress()) return true;
    if (address.isMulticastAddress()) return true;
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return address instanceof Inet4Address ? reserved4(first, second, bytes) : reserved6(bytes);
  }

  private static boolean reserved4(int first, int second, byte[] bytes) {
    return first == 0
        || first >= 240
        || (first == 100 && (second & 0xC0) == 64) // shared by carriers
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second & 0xFE) == 18); // benchmarks
  }

  /** Of IPv6 only 2000::/3 is given out; in it 2002::/16 and 2001::/32 carry IPv4 addresses. */
  private static boolean reserved6(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    return (first & 0xE000) != 0x2000 || first == 0x2002 || (first == 0x2001 && second == 0);
  }
}
