package dev.heddle.sandbox.module;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a module must offer, and what it may ask for. Signatures are written as in {@code
 * i32,ref->ref}, where {@code ref} stands for a reference to anything.
 */
public enum GuestAbi {
  /** Of components in Java: messages are objects on the guest's heap. */
  JAVA_1(
      "java-1",
      Map.of("heddle_new", "i32->ref", "heddle_start", "->", "heddle_invoke", "i32,ref->ref"),
      Map.of(
          "heddle_open", "i32,i32,ref->ref",
          "heddle_next", "i32->ref",
          "heddle_close", "i32->",
          "heddle_pull", "i32->ref",
          "heddle_cancel", "i32->"),
      Map.of(
          "heddle.call", "i32,i32,ref->ref",
          "heddle.present", "i32->i32",
          "heddle.instant", "i32->i64",
          "heddle.open", "i32,i32,ref,i32->ref",
          "heddle.next", "i32->ref",
          "heddle.close", "i32->",
          "heddle.take", "i32->ref",
          "heddle.untake", "i32->",
          "heddle.trace", "->i32",
          "heddle.frames", "i32->ref"),
      name -> name.startsWith("teavm") || name.startsWith("wasm:js-string.")),

  /** Of components in other languages: messages are in the guest's memory. */
  LINEAR_1(
      "linear-1",
      Map.of("heddle_allocate", "i32->i32", "heddle_invoke", "i32,i32,i32->i64"),
      Map.of("heddle_start", "->", "_initialize", "->"),
      Map.of(
          "heddle.call", "i32,i32,i32,i32->i64",
          "heddle.present", "i32->i32",
          "heddle.instant", "i32->i64",
          "heddle.log", "i32,i32,i32->"),
      name -> name.startsWith("wasi_snapshot_preview1."));

  private static final String NANOS = "heddle.nanos";
  private static final String ENTROPY = "heddle.entropy";

  private final String id;
  private final Map<String, String> required;
  private final Map<String, String> optional;
  private final Map<String, String> imports;
  private final Predicate<String> ofTheLanguage;

  GuestAbi(
      String id,
      Map<String, String> required,
      Map<String, String> optional,
      Map<String, String> imports,
      Predicate<String> ofTheLanguage) {
    this.id = id;
    this.required = new TreeMap<>(required);
    this.optional = new TreeMap<>(optional);
    this.imports = new TreeMap<>(imports);
    this.ofTheLanguage = ofTheLanguage;
  }

  /** How manifests spell it. */
  public String id() {
    return id;
  }

  /** Functions that a module must export, and their signatures. */
  Map<String, String> required() {
    return required;
  }

  /** Functions that a module may export, and their signatures. */
  Map<String, String> optional() {
    return optional;
  }

  /**
   * The signatures of Heddle's own functions that a module may import.
   *
   * @param grants which of {@code nanos} and {@code entropy} there are
   */
  Map<String, String> imports(Set<Grant> grants) {
    Map<String, String> all = new TreeMap<>(imports);
    if (grants.contains(Grant.CLOCK)) all.put(NANOS, "->i64");
    if (grants.contains(Grant.RANDOM)) all.put(ENTROPY, "->i64");
    return all;
  }

  /**
   * Whether an import is one that the language's own library has; the host answers or refuses it.
   */
  boolean ofTheLanguage(String qualifiedName) {
    return ofTheLanguage.test(qualifiedName);
  }

  /** What a component was granted beyond its constructor's parameters. */
  public enum Grant {
    /** A clock. */
    CLOCK,
    /** Randomness. */
    RANDOM
  }
}
