package dev.heddle.wasm.guest.java.lang;

import dev.heddle.wasm.guest.Traces;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.interop.Remove;
import org.teavm.interop.Rename;
import org.teavm.interop.Superclass;

/**
 * Stands for the JDK's class: it asks the host for its stack trace, and keeps what is suppressed.
 * The compiler's own asks a browser. What is called {@code begin} here are its constructors.
 */
@Superclass("java.lang.Object")
@SuppressWarnings({"NullAway", "serial", "UnusedVariable", "TypeNameShadowing"})
public class Throwable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private @Nullable String message;
  private @Nullable Throwable cause;
  private boolean suppressing;
  private boolean tracing;
  private int trace;
  private StackTraceElement @Nullable [] frames;
  private Throwable @Nullable [] suppressed;

  @Rename("fakeInit")
  public Throwable() {}

  @Rename("fakeInit")
  public Throwable(String message) {}

  @Rename("fakeInit")
  public Throwable(String message, Throwable cause) {}

  @Rename("fakeInit")
  public Throwable(Throwable cause) {}

  @Rename("fakeInit")
  protected Throwable(
      String message, Throwable cause, boolean enableSuppression, boolean writableStackTrace) {}

  @Rename("<init>")
  private void begin() {
    cause = this;
    suppressing = true;
    tracing = true;
    fillInStackTrace();
  }

  @Rename("<init>")
  private void begin(String message) {
    cause = this;
    suppressing = true;
    tracing = true;
    fillInStackTrace();
    this.message = message;
  }

  @Rename("<init>")
  private void begin(String message, Throwable cause) {
    suppressing = true;
    tracing = true;
    fillInStackTrace();
    this.message = message;
    this.cause = cause;
  }

  @Rename("<init>")
  private void begin(@Nullable Throwable cause) {
    suppressing = true;
    tracing = true;
    fillInStackTrace();
    this.message = cause == null ? null : cause.toString();
    this.cause = cause;
  }

  @Rename("<init>")
  private void begin(
      String message, Throwable cause, boolean enableSuppression, boolean writableStackTrace) {
    suppressing = enableSuppression;
    tracing = writableStackTrace;
    if (tracing) fillInStackTrace();
    this.message = message;
    this.cause = cause;
  }

  @Override
  public java.lang.Throwable fillInStackTrace() {
    if (tracing) {
      trace = Traces.take();
      frames = null;
    }
    return this;
  }

  @Rename("getMessage")
  public @Nullable String message() {
    return message;
  }

  @Rename("getLocalizedMessage")
  public @Nullable String localizedMessage() {
    return getMessage();
  }

  @Remove
  public native Throwable getCause();

  @Rename("getCause")
  public @Nullable Throwable cause() {
    return cause != this ? cause : null;
  }

  /** As the JDK's. */
  public Throwable initCause(Throwable cause) {
    if (this.cause != this) throw new IllegalStateException("Can't overwrite cause", this);
    if (cause == this) throw new IllegalArgumentException("Self-causation not permitted", this);
    this.cause = cause;
    return this;
  }

  @Rename("toString")
  public String toText() {
    String localized = getLocalizedMessage();
    String name = getClass().getName();
    return localized == null ? name : name + ": " + localized;
  }

  @Rename("getStackTrace")
  public StackTraceElement[] stackTrace() {
    StackTraceElement[] known = frames;
    if (known == null) {
      known = Traces.frames(trace);
      frames = known;
    }
    return known.clone();
  }

  @Rename("setStackTrace")
  public void replaceStackTrace(StackTraceElement[] stackTrace) {
    StackTraceElement[] copy = stackTrace.clone();
    for (StackTraceElement element : copy) {
      if (element == null) throw new NullPointerException("stackTrace");
    }
    if (tracing) frames = copy;
  }

  @Rename("addSuppressed")
  public final void suppress(Throwable exception) {
    if (exception == this) throw new IllegalArgumentException("Self-suppression not permitted");
    if (exception == null) throw new NullPointerException("Cannot suppress a null exception.");
    if (!suppressing) return;
    Throwable[] known = suppressed == null ? new Throwable[0] : suppressed;
    Throwable[] more = new Throwable[known.length + 1];
    System.arraycopy(known, 0, more, 0, known.length);
    more[known.length] = exception;
    suppressed = more;
  }

  @Rename("getSuppressed")
  public final Throwable[] allSuppressed() {
    return suppressed == null ? new Throwable[0] : suppressed.clone();
  }

  @Override
  public void printStackTrace() {
    printStackTrace(System.err);
  }

  @Override
  public void printStackTrace(PrintStream stream) {
    print(stream::println, "", "");
  }

  @Override
  public void printStackTrace(PrintWriter writer) {
    print(writer::println, "", "");
  }

  private void print(Consumer<String> out, String indent, String caption) {
    out.accept(indent + caption + this);
    for (StackTraceElement frame : getStackTrace()) out.accept(indent + "\tat " + frame);
    for (Throwable each : suppressed == null ? new Throwable[0] : suppressed) {
      each.print(out, indent + "\t", "Suppressed: ");
    }
    Throwable reason = getCause();
    if (reason != null) reason.print(out, indent, "Caused by: ");
  }
}
