package dev.heddle.core;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which trace a request belongs to, as W3C Trace Context has it.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param parentId 16 lower-case hexadecimal digits, not all zero
 * @param sampled whether the trace is recorded
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public record TraceContext(String traceId, String parentId, boolean sampled) {
  private static final Pattern TRACEPARENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final HexFormat HEX = HexFormat.of();

  /** Reads a {@code traceparent} header; empty when it is not a valid one. */
  public static Optional<TraceContext> parse(String traceparent) {
    Matcher header = TRACEPARENT.matcher(traceparent);
    if (!header.matches() || header.group(1).equals("ff")) return Optional.empty();
    // Version 00 has exactly four parts; later ones may append more.
    if (header.group(1).equals("00") && header.group(5) != null) return Optional.empty();
    if (zero(header.group(2)) || zero(header.group(3))) return Optional.empty();
    boolean sampled = (HexFormat.fromHexDigits(header.group(4)) & 1) == 1;
    return Optional.of(new TraceContext(header.group(2), header.group(3), sampled));
  }

  /** A trace of its own, not sampled. */
  public static TraceContext create() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String traceId = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1);
    return new TraceContext(traceId, HEX.toHexDigits(random.nextLong() | 1), false);
  }

  /** The {@code traceparent} header for it. */
  public String header() {
    return "00-" + traceId + "-" + parentId + (sampled ? "-01" : "-00");
  }

  private static boolean zero(String hex) {
    return hex.chars().allMatch(c -> c == '0');
  }
}
