package greedy;

import dev.heddle.component.ComponentImplementation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@ComponentImplementation
final class GreedyImplementation implements Greedy {
  private static final List<long[]> KEPT = new ArrayList<>();

  @Override
  public String be(String how) {
    return switch (how) {
      case "modest" -> "modest";
      case "a loop" -> loop();
      case "a loop that catches everything" -> catching();
      case "recursion" -> String.valueOf(recursion(1));
      case "recursion that catches everything" -> String.valueOf(recursionThatCatches(1));
      case "one array" -> String.valueOf(new long[Integer.MAX_VALUE].length);
      case "arrays in a loop" -> arrays();
      case "a list that grows" -> list();
      case "a map that grows" -> map();
      case "a string that doubles" -> doubling();
      case "a builder that grows" -> builder();
      case "an exploding expression" ->
          String.valueOf(Pattern.matches("(a+)+b", "a".repeat(40)));
      case "a sort of much" -> sort();
      case "what stays" -> stays();
      case "what nobody catches" -> throw new IllegalStateException("as it must");
      default -> throw new IllegalArgumentException(how);
    };
  }

  private static String loop() {
    long turns = 0;
    while (turns >= 0) turns = (turns + 1) & Long.MAX_VALUE;
    return "ended";
  }

  private static String catching() {
    while (true) {
      try {
        loop();
      } catch (Throwable everything) {
        continue;
      } finally {
        KEPT.clear();
      }
    }
  }

  private static int recursion(int depth) {
    return depth == 0 ? 0 : recursion(depth + 1) + 1;
  }

  private static int recursionThatCatches(int depth) {
    try {
      return recursionThatCatches(depth + 1) + 1;
    } catch (Throwable everything) {
      return recursionThatCatches(depth + 1);
    }
  }

  private static String arrays() {
    long length = 0;
    while (length >= 0) length += new int[1_000].length;
    return "ended";
  }

  private static String list() {
    List<Object> list = new ArrayList<>();
    while (list.size() >= 0) list.add(list);
    return "ended";
  }

  private static String map() {
    Map<Integer, String> map = new HashMap<>();
    for (int i = 0; map.size() >= 0; i++) map.put(i, "value");
    return "ended";
  }

  private static String doubling() {
    String text = "a";
    while (!text.isEmpty()) text += text;
    return text;
  }

  private static String builder() {
    StringBuilder text = new StringBuilder();
    while (text.length() >= 0) text.append("and so on ");
    return text.toString();
  }

  private static String sort() {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) list.add(Integer.toString(i * 7919 % 1_000));
    while (!list.isEmpty()) {
      list.sort(String::compareTo);
      list.sort((one, other) -> other.compareTo(one));
    }
    return "ended";
  }

  /** Within a call's limit, but it stays from call to call. */
  private static String stays() {
    KEPT.add(new long[100_000]);
    return String.valueOf(KEPT.size());
  }
}
