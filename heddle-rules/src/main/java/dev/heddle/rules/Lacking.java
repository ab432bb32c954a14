package dev.heddle.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a sandbox's guest has not: types and methods of the JDK and of frameworks. */
enum Lacking {
  THREADS(
      "Sandboxable code starts no threads.",
      "java\\.lang\\.(Thread|InheritableThreadLocal).*|java\\.util\\.Timer(Task)?"
          + "|java\\.util\\.concurrent\\.(.*Execut(or|ion).*|ForkJoin.*|RecursiveAction|RecursiveTask"
          + "|Completable.*|Completion.*|CountedCompleter|Future.*|.*Future|StructuredTaskScope.*"
          + "|ThreadFactory|SubmissionPublisher.*)",
      "",
      "Do the work in the call itself, or set runtime = Runtime.JVM on the implementation."),
  FILES(
      "Sandboxable code opens no files.",
      "java\\.io\\.(File.*|RandomAccessFile)|java\\.nio\\.file\\..*"
          + "|java\\.nio\\.channels\\..*File.*",
      "",
      "Take a capability such as KeyValueStore as a parameter of the constructor, or set runtime ="
          + " Runtime.JVM on the implementation."),
  SOCKETS(
      "Sandboxable code opens no sockets.",
      "java\\.net\\.(?!URI$|URI\\$|URISyntaxException$).*|java\\.nio\\.channels\\.(?!.*File).*"
          + "|javax\\.net\\..*",
      "",
      "Take a capability as a parameter of the constructor (an interface marked @Capability with a"
          + " Spring bean behind it), or set runtime = Runtime.JVM on the implementation."),
  REFLECTION(
      "Sandboxable code uses no reflection.",
      "java\\.lang\\.reflect\\..*|java\\.lang\\.(ClassLoader|ModuleLayer)|java\\.util\\.ServiceLoader.*",
      "java\\.lang\\.Class\\.(forName|newInstance)",
      "Name the classes in the code, for instance in a switch."),
  SURROUNDINGS(
      "Sandboxable code neither asks for the surroundings of its process nor changes them.",
      "java\\.lang\\.(Runtime|Process.*)",
      "java\\.lang\\.System\\.(exit|getenv|getProperty|getProperties|setProperty|setProperties"
          + "|clearProperty|load|loadLibrary|setIn|setOut|setErr)"
          + "|java\\.util\\.(TimeZone|Locale)\\.(getDefault|setDefault)"
          + "|java\\.time\\.ZoneId\\.systemDefault",
      "Take Settings as a parameter of the constructor, and report failures by exceptions."),
  CLOCK(
      "Sandboxable code takes the time from a capability.",
      "",
      "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)|java\\.util\\.Date\\.<init>\\(\\)"
          + "|java\\.time\\.[A-Za-z]+\\.now\\((java\\.time\\.ZoneId)?\\)"
          + "|java\\.time\\.Clock\\.(system.*|tick(Millis|Seconds|Minutes))"
          + "|java\\.time\\.InstantSource\\.system",
      "Take java.time.InstantSource as a parameter of the constructor."),
  RANDOMNESS(
      "Sandboxable code takes randomness from a capability.",
      "java\\.security\\.SecureRandom|java\\.util\\.concurrent\\.ThreadLocalRandom",
      "java\\.lang\\.(Strict)?Math\\.random|java\\.util\\.UUID\\.randomUUID"
          + "|java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)"
          + "|java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)"
          + "|java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)",
      "Take RandomSource as a parameter of the constructor."),
  LOCKS(
      "Sandboxable code takes no locks and waits for nobody.",
      "java\\.util\\.concurrent\\.locks\\..*"
          + "|java\\.util\\.concurrent\\.atomic\\.(Long|Double)(Adder|Accumulator)"
          + "|java\\.util\\.concurrent\\.(Semaphore|CountDownLatch|CyclicBarrier|Phaser|Exchanger"
          + "|.*Blocking.*|.*TransferQueue|DelayQueue)",
      "java\\.lang\\.Object\\.(wait|notify|notifyAll)",
      "Use a plain field: a call has its instance to itself. Or set runtime = Runtime.JVM on the"
          + " implementation."),
  CONSOLE(
      "Sandboxable code writes to a log that was granted, not to the console or a logger.",
      "java\\.util\\.logging\\..*|org\\.slf4j\\..*|java\\.io\\.Console",
      "java\\.lang\\.System\\.(out|err|in|console|getLogger)",
      "Take Log as a parameter of the constructor."),
  OTHER(
      "Sandboxable code uses of the JDK what a guest has.",
      "java\\.util\\.stream\\.Gatherers?|java\\.io\\.Object(In|Out)putStream|java\\.sql\\..*",
      "java\\.util\\..*\\.parallelStream|java\\.util\\.stream\\..*\\.(parallel|gather)"
          + "|java\\.util\\.UUID\\.nameUUIDFromBytes",
      "Write it without that (docs/sandboxed-components.md lists what a guest has), or set runtime ="
          + " Runtime.JVM on the implementation."),
  SPRING(
      "Sandboxable code uses nothing of Spring or Jakarta.",
      "org\\.springframework\\..*|jakarta\\..*",
      "",
      "Write the implementation in plain Java, with what it needs as parameters of the constructor,"
          + " or set runtime = Runtime.JVM on it.");

  private final String rule;
  private final Pattern types;
  private final Pattern methods;
  private final String remedy;

  Lacking(String rule, String types, String methods, String remedy) {
    this.rule = rule;
    this.types = Pattern.compile(types);
    this.methods = Pattern.compile(methods);
    this.remedy = remedy;
  }

  String rule() {
    return rule;
  }

  String remedy() {
    return remedy;
  }

  static Optional<Lacking> ofType(String name) {
    return Arrays.stream(values()).filter(each -> each.types.matcher(name).matches()).findFirst();
  }

  /**
   * By {@code class.method}, or, where it depends on the parameters, with their types.
   *
   * @param parameters types of the parameters, in parentheses
   */
  static Optional<Lacking> ofMethod(String name, String parameters) {
    return Arrays.stream(values())
        .filter(
            each ->
                each.methods.matcher(name).matches()
                    || each.methods.matcher(name + parameters).matches())
        .findFirst();
  }
}
