package dev.heddle.sandbox.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs in place of the one that judges, each with one way to fail. */
final class Judges {
  private static final String PROBLEM = "problem\trule\tfound\tremedy";
  private static final String NOTHING = "end\t0";

  private Judges() {}

  static final class Looping {
    public static void main(String[] arguments) {
      System.out.println("ready");
      long turns = 0;
      while (turns >= 0) turns = turns + 1 & Integer.MAX_VALUE;
    }
  }

  /** Takes no processor time. */
  static final class Sleeping {
    public static void main(String[] arguments) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  static final class Exhausting {
    public static void main(String[] arguments) {
      List<byte[]> kept = new ArrayList<>();
      while (!kept.contains(null)) kept.add(new byte[1 << 20]);
    }
  }

  static final class Crashing {
    public static void main(String[] arguments) {
      System.out.println(NOTHING);
      Runtime.getRuntime().halt(134);
    }
  }

  static final class Silent {
    public static void main(String[] arguments) {}
  }

  static final class Failing {
    public static void main(String[] arguments) {
      throw new IllegalStateException("as it must");
    }
  }

  /** Ends in the midst of an answer. */
  static final class Cut {
    public static void main(String[] arguments) {
      System.out.println(PROBLEM);
    }
  }

  /** Damages a problem, so that there are fewer than were counted. */
  static final class Garbling {
    public static void main(String[] arguments) {
      System.out.println(PROBLEM.replace('\t', ' '));
      System.out.println("end\t1");
    }
  }

  static final class Flooding {
    public static void main(String[] arguments) {
      for (int i = 0; i < 1 << 20; i++) System.out.println(PROBLEM);
      System.out.println(NOTHING);
    }
  }

  /** A JVM writes its own warnings to where the answer is. */
  static final class Warned {
    public static void main(String[] arguments) {
      System.out.println("OpenJDK 64-Bit Server VM warning: something");
      System.out.println(NOTHING);
    }
  }

  /** Looks for what is none of its business. */
  static final class Curious {
    public static void main(String[] arguments) {
      Map<String, String> environment = System.getenv();
      boolean knows = environment.containsKey("HOME") || environment.containsKey("USER");
      boolean large = Runtime.getRuntime().maxMemory() > 300 << 20;
      boolean many = Runtime.getRuntime().availableProcessors() > 1;
      System.out.println(knows || large || many ? PROBLEM : NOTHING);
    }
  }
}
