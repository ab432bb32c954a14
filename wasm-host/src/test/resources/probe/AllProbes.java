package probe;

import dev.heddle.component.ComponentImplementation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

@ComponentImplementation
final class AllProbes implements Probes {
  private interface Probe {
    Object run() throws Exception;
  }

  private final Map<String, Probe> probes = new TreeMap<>();

  AllProbes() {
    probes.put("bigDecimalHash", AllProbes::bigDecimalHash);
    probes.put("bigIntegerHash", AllProbes::bigIntegerHash);
    probes.put("randomInts", AllProbes::randomInts);
    probes.put("randomBounds", AllProbes::randomBounds);
    probes.put("randomLongs", AllProbes::randomLongs);
    probes.put("randomDoubles", AllProbes::randomDoubles);
    probes.put("randomBytes", AllProbes::randomBytes);
    probes.put("randomStreams", AllProbes::randomStreams);
    probes.put("uuidParts", AllProbes::uuidParts);
    probes.put("uuidText", AllProbes::uuidText);
    probes.put("uuidOrder", AllProbes::uuidOrder);
    probes.put("uuidRefusals", AllProbes::uuidRefusals);
    probes.put("sha256", AllProbes::sha256);
    probes.put("otherDigests", AllProbes::otherDigests);
    probes.put("lines", AllProbes::lines);
    probes.put("repeat", AllProbes::repeat);
    probes.put("upperCase", AllProbes::upperCase);
    probes.put("lowerCase", AllProbes::lowerCase);
    probes.put("turkishCase", AllProbes::turkishCase);
    probes.put("ignoredCase", AllProbes::ignoredCase);
    probes.put("suppressed", AllProbes::suppressed);
    probes.put("closedTwice", AllProbes::closedTwice);
    probes.put("causes", AllProbes::causes);
    probes.put("printed", AllProbes::printed);
    probes.put("replacedTrace", AllProbes::replacedTrace);
    probes.put("withoutTrace", AllProbes::withoutTrace);
    probes.put("divided", AllProbes::divided);
    probes.put("runtimeFailures", AllProbes::runtimeFailures);
  }

  @Override
  public List<String> names() {
    return List.copyOf(probes.keySet());
  }

  @Override
  public String answer(String name) {
    try {
      return String.valueOf(probes.get(name).run());
    } catch (Exception failure) {
      return "failed: " + failure;
    }
  }

  private static Object bigDecimalHash() {
    List<Integer> hashes = new ArrayList<>();
    for (String text :
        List.of("0", "1", "-1", "1.50", "-123456789.123456789", "9223372036854775807",
            "-9223372036854775808", "9223372036854775808", "1e400", "-0.00000000000000000001234")) {
      hashes.add(new BigDecimal(text).hashCode());
    }
    return hashes;
  }

  private static Object bigIntegerHash() {
    BigInteger number = BigInteger.ONE;
    List<Integer> hashes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      hashes.add(number.hashCode());
      hashes.add(number.negate().hashCode());
      number = number.multiply(BigInteger.valueOf(-12345)).subtract(BigInteger.TEN);
    }
    return hashes;
  }

  private static Object randomInts() {
    Random random = new Random(42);
    List<Object> drawn = new ArrayList<>();
    for (int i = 0; i < 20; i++) drawn.add(random.nextInt());
    for (int i = 0; i < 20; i++) drawn.add(random.nextBoolean());
    random.setSeed(-7);
    drawn.add(random.nextInt());
    return drawn;
  }

  private static Object randomBounds() {
    Random random = new Random(1);
    List<Integer> drawn = new ArrayList<>();
    for (int bound : new int[] {1, 2, 3, 7, 64, 100, 1_000_003, 1 << 30, Integer.MAX_VALUE}) {
      for (int i = 0; i < 10; i++) drawn.add(random.nextInt(bound));
      for (int i = 0; i < 10; i++) drawn.add(random.nextInt(-5, bound));
    }
    drawn.add(random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
    return drawn;
  }

  private static Object randomLongs() {
    Random random = new Random(2);
    List<Long> drawn = new ArrayList<>();
    for (long bound : new long[] {1, 2, 3, 1000, 1L << 40, Long.MAX_VALUE}) {
      for (int i = 0; i < 5; i++) drawn.add(random.nextLong());
      for (int i = 0; i < 5; i++) drawn.add(random.nextLong(bound));
      for (int i = 0; i < 5; i++) drawn.add(random.nextLong(-bound, bound));
    }
    return drawn;
  }

  private static Object randomDoubles() {
    Random random = new Random(3);
    List<Object> drawn = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      drawn.add(Double.doubleToLongBits(random.nextDouble()));
      drawn.add(Float.floatToIntBits(random.nextFloat()));
      drawn.add(Double.doubleToLongBits(random.nextDouble(5)));
      drawn.add(Double.doubleToLongBits(random.nextDouble(-2, 5)));
      drawn.add(Double.doubleToLongBits(random.nextGaussian()));
    }
    return drawn;
  }

  private static Object randomBytes() {
    byte[] bytes = new byte[13];
    new Random(4).nextBytes(bytes);
    List<Byte> drawn = new ArrayList<>();
    for (byte each : bytes) drawn.add(each);
    return drawn;
  }

  private static Object randomStreams() {
    return new Random(5).ints(5).boxed().toList()
        + ""
        + new Random(6).ints(5, 10, 20).boxed().toList()
        + new Random(7).ints(0, 3).limit(9).boxed().toList()
        + new Random(8).longs(3).boxed().toList();
  }

  private static Object uuidParts() {
    UUID uuid = new UUID(0x0123456789ab4defL, 0x8edcba9876543210L);
    return uuid
        + " " + uuid.getMostSignificantBits()
        + " " + uuid.getLeastSignificantBits()
        + " " + uuid.version()
        + " " + uuid.variant()
        + " " + uuid.hashCode()
        + " " + uuid.equals(UUID.fromString(uuid.toString()))
        + " " + new UUID(0, 0).variant()
        + " " + new UUID(-1, -1).variant()
        + " " + new UUID(0, 0xc000000000000000L).variant();
  }

  private static Object uuidText() {
    return UUID.fromString("00112233-4455-6677-8899-AABBCCDDEEFF") + " " + UUID.fromString("1-2-3-4-5");
  }

  private static Object uuidOrder() {
    List<UUID> uuids = new ArrayList<>();
    Random random = new Random(9);
    for (int i = 0; i < 20; i++) uuids.add(new UUID(random.nextLong(), random.nextLong()));
    uuids.sort(null);
    return uuids;
  }

  private static Object uuidRefusals() {
    List<String> refusals = new ArrayList<>();
    for (String text : List.of("", "1-2-3-4", "1-2-3-4-5-6", "x-2-3-4-5")) {
      try {
        refusals.add(UUID.fromString(text).toString());
      } catch (IllegalArgumentException refused) {
        refusals.add(refused.getClass().getName());
      }
    }
    return refusals;
  }

  private static Object sha256() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    StringBuilder all = new StringBuilder();
    for (int length : new int[] {0, 1, 3, 55, 56, 63, 64, 65, 119, 1000}) {
      digest.update("a".repeat(length).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) length);
      for (byte each : digest.digest()) all.append(Integer.toHexString(each & 0xff)).append(' ');
    }
    byte[] one = digest.digest(new byte[] {1, 2, 3});
    return all.append(MessageDigest.isEqual(one, digest.digest(new byte[] {1, 2, 3})))
        .append(digest.getAlgorithm())
        .append(digest.getDigestLength());
  }

  private static Object otherDigests() {
    try {
      return MessageDigest.getInstance("no such digest").getAlgorithm();
    } catch (NoSuchAlgorithmException missing) {
      return "missing";
    }
  }

  private static Object upperCase() {
    return changed(text -> text.toUpperCase(Locale.ROOT));
  }

  private static Object lowerCase() {
    return changed(text -> text.toLowerCase(Locale.ROOT));
  }

  private static Object turkishCase() {
    Locale turkish = new Locale("tr", "TR");
    return escaped(String.join(" ", TEXTS).toUpperCase(turkish))
        + escaped(String.join(" ", TEXTS).toLowerCase(turkish));
  }

  private static Object ignoredCase() {
    StringBuilder answers = new StringBuilder();
    for (String one : TEXTS) {
      for (String other : TEXTS) {
        answers.append(one.equalsIgnoreCase(other) ? 'e' : '-');
        answers.append(Integer.signum(one.compareToIgnoreCase(other)));
        answers.append(one.regionMatches(true, 1, other, 0, 2) ? 'm' : '-');
      }
    }
    return answers;
  }

  private static final List<String> TEXTS =
      List.of(
          "", "a", "A", "stra\u00dfe", "STRASSE", "\u0130i", "\u0131I", "I\u0307", "\ufb03x",
          "\u1fbc", "\u01c5", "\u03bf\u03b4\u03cc\u03c2", "\u039f\u0394\u039f\u03a3",
          "\u03a3", "\u0391\u03a3 \u0391\u03a3\u0391", "A\u03a3.", "A1\u03a3", "A'\u03a3",
          "\ud801\udc00x", "\ud801\udc28X", "k", "\u212a", "\u00b5", "\u03bc", "\u00ff");

  /** Texts, and of all letters by themselves a sum, and those that are several. */
  private static String changed(UnaryOperator<String> change) {
    StringBuilder answer = new StringBuilder();
    int sum = 0;
    for (int letter = 0; letter < 0x11000; letter++) {
      // From here on, and of these two, Unicode 17 knows more than 16, which the JDK has.
      boolean newer = letter >= 0xa7ce && letter < 0xfb00 || letter == 0x277 || letter == 0x27c;
      if (newer) continue;
      String text = new String(Character.toChars(letter));
      String changed = change.apply(text);
      sum = 31 * sum + changed.hashCode();
      if (changed.codePointCount(0, changed.length()) > 1) answer.append(escaped(changed));
    }
    for (String text : TEXTS) answer.append(' ').append(escaped(change.apply(text)));
    return answer.append(' ').append(sum).toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) escaped.append(Integer.toHexString(text.charAt(i)));
    return escaped.append(';').toString();
  }

  private static Object lines() {
    return "one\ntwo\r\nthree\rfour\n\n\nfive\n".lines().collect(Collectors.joining("|"))
        + "".lines().count()
        + "\n".lines().count();
  }

  private static Object repeat() {
    return new StringBuilder("<").repeat("ab", 3).repeat(0x1f600, 2).repeat("x", 0).repeat('y', 2);
  }

  private record Closing(String name) implements AutoCloseable {
    @Override
    public void close() {
      throw new IllegalStateException("closing " + name);
    }
  }

  private static Object suppressed() {
    try (Closing one = new Closing("one")) {
      throw new IllegalArgumentException(one.name());
    } catch (IllegalArgumentException failure) {
      StringBuilder all = new StringBuilder(failure.toString());
      for (Throwable each : failure.getSuppressed()) all.append(", ").append(each);
      return all;
    }
  }

  private static Object closedTwice() {
    try (Closing one = new Closing("one")) {
      return one.name();
    } catch (IllegalStateException failure) {
      return failure + " " + failure.getSuppressed().length;
    }
  }

  private static Object causes() {
    Exception inner = new Exception("inner");
    Exception outer = new RuntimeException(inner);
    Exception late = new Exception("late");
    late.initCause(inner);
    StringBuilder all = new StringBuilder();
    all.append(outer.getMessage()).append(outer.getCause() == inner).append(late.getCause() == inner);
    all.append(inner.getCause()).append(new Exception().getMessage()).append(new Exception((Throwable) null));
    try {
      late.initCause(outer);
    } catch (IllegalStateException twice) {
      all.append(twice.getClass());
    }
    try {
      inner.addSuppressed(inner);
    } catch (IllegalArgumentException self) {
      all.append(self.getClass());
    }
    return all;
  }

  private static Object printed() {
    Exception failure = new Exception("outer", new IllegalStateException("inner"));
    failure.addSuppressed(new IllegalArgumentException("beside"));
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString().lines().filter(line -> !line.strip().startsWith("at ") && !line.strip().startsWith("...")).toList();
  }

  private static Object replacedTrace() {
    Exception failure = new Exception("x");
    failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", 7)});
    return failure.getStackTrace()[0] + " " + failure.getStackTrace().length;
  }

  private static final class Quiet extends Exception {
    Quiet() {
      super("quiet", null, false, false);
    }
  }

  private static Object withoutTrace() {
    Quiet quiet = new Quiet();
    quiet.addSuppressed(new Exception());
    return quiet.getStackTrace().length + " " + quiet.getSuppressed().length;
  }

  private static Object runtimeFailures() {
    List<String> found = new ArrayList<>();
    List<Probe> failing =
        List.of(
            () -> ((Object[]) new String[1])[1],
            () -> Integer.valueOf((String) null),
            () -> ((String) probeNull()).length(),
            () -> (Integer) (Object) "text",
            () -> 1 / (int) Long.parseLong("0"),
            () -> new int[(int) Long.parseLong("-1")],
            () -> List.of(1).get(1));
    for (Probe each : failing) {
      try {
        found.add("none: " + each.run());
      } catch (Exception failure) {
        found.add(failure.getClass().getName());
      }
    }
    return found;
  }

  private static Object divided() {
    List<Object> quotients = new ArrayList<>();
    for (int one : new int[] {Integer.MIN_VALUE, -7, 0, 7}) {
      for (int other : new int[] {-2, -1, 0, 1, 3}) {
        try {
          quotients.add(one / other + " " + one % other + " " + (long) one / other);
          quotients.add(Long.MIN_VALUE / other + " " + Long.MIN_VALUE % (long) other);
        } catch (ArithmeticException byZero) {
          quotients.add(byZero.getMessage());
        }
      }
    }
    return quotients;
  }

  private static Object probeNull() {
    return null;
  }
}
