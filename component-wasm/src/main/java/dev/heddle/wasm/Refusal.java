package dev.heddle.wasm;

import java.util.regex.Pattern;

/**
 * What compiles and behaves otherwise than on the JVM, or asks the host for what it never gives.
 */
enum Refusal {
  THREADS(
      "Sandboxable code starts no threads and waits for none.",
      "java\\.lang\\.Thread\\.(<init>|start|sleep|join)|java\\.lang\\.Object\\.(wait|notify|notifyAll)"
          + "|java\\.util\\.Timer\\..*",
      "Do the work in the call itself."),
  FILES(
      "Sandboxable code opens no files.",
      "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)\\..*"
          + "|java\\.nio\\.file\\.Files\\..*",
      "Take a capability such as KeyValueStore as a parameter of the constructor."),
  REFLECTION(
      "Sandboxable code uses no reflection.",
      "java\\.lang\\.reflect\\.(Proxy|Method|Field|Constructor)\\.(newProxyInstance|invoke|get|set|newInstance)"
          + "|java\\.lang\\.Class\\.(forName|get(Declared)?(Methods?|Fields?|Constructors?))",
      "Name the classes in the code, for instance in a switch."),
  SURROUNDINGS(
      "Sandboxable code asks for no surroundings of its process.",
      "java\\.lang\\.System\\.(getProperty|getProperties|getenv|setProperty|exit)"
          + "|java\\.util\\.(TimeZone|Locale)\\.(getDefault|setDefault)"
          + "|java\\.time\\.ZoneId\\.systemDefault",
      "Take Settings as a parameter of the constructor, or name the zone or the language."),
  CONSOLE(
      "Sandboxable code writes to a log that was granted, not to the console.",
      "java\\.lang\\.System\\.(out|err|in|console)",
      "Take Log as a parameter of the constructor.");

  private final String rule;
  private final Pattern methods;
  private final String remedy;

  Refusal(String rule, String methods, String remedy) {
    this.rule = rule;
    this.methods = Pattern.compile(methods);
    this.remedy = remedy;
  }

  String rule() {
    return rule;
  }

  String remedy() {
    return remedy;
  }

  /** Whether it refuses a method, by {@code class.method}. */
  boolean refuses(String method) {
    return methods.matcher(method).matches();
  }
}
