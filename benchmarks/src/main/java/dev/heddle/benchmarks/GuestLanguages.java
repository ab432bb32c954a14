package dev.heddle.benchmarks;

import dev.heddle.benchmarks.basket.Basket_Descriptor;
import dev.heddle.benchmarks.basket.TaxedBasket_Implementation;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import dev.heddle.core.sandbox.SuppliedModule;
import dev.heddle.sandbox.SharedSandboxFactory;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a call of the worked guests in other languages costs. It is the least processor time of the
 * calling thread over many windows, so that neighbours on the machine do not count.
 *
 * <p>Of the component only the numbers of methods matter here, so that of another stands for it;
 * settings are all absent, and the log goes nowhere.
 */
public final class GuestLanguages {
  private static final int QUOTE = 0;
  private static final int SHIP = 1;

  /** Over so many calls fuel is averaged, since some collect garbage. */
  private static final int CALLS = 10_000;

  private static final int WINDOWS = 60;
  private static final long WINDOW_NANOS = 50_000_000;
  private static final long WARM_NANOS = 5_000_000_000L;
  private static final String LINE = "0a070a034d55471002";
  private static final String ORDER = "0a056f7264657212060a046e6f6e651a070a034d55471002";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final SandboxedComponent guest;
  private final PrintStream out;

  private GuestLanguages(SandboxedComponent guest, PrintStream out) {
    this.guest = guest;
    this.out = out;
  }

  /** Measures the modules that are named. */
  public static void main(String[] modules) {
    try (Sandbox sandbox = new SharedSandboxFactory().create()) {
      for (String module : modules) {
        SandboxedComponent guest = open(sandbox, module);
        System.out.printf("%s: %,d fuel to start%n", module, guest.figures().fuel());
        GuestLanguages languages = new GuestLanguages(guest, System.out);
        languages.measure("quote of 1 line", QUOTE, LINE);
        languages.measure("quote of 20 lines", QUOTE, LINE.repeat(20));
        languages.measure("ship of 1 line", SHIP, ORDER);
      }
    }
  }

  private static SandboxedComponent open(Sandbox sandbox, String module) {
    return sandbox.open(
        new SandboxedComponentSpecification(
            new Basket_Descriptor(),
            new TaxedBasket_Implementation(),
            new Silence(),
            SandboxLimits.DEFAULT,
            Optional.of(SuppliedModule.of(Path.of(module)))));
  }

  private void measure(String what, int method, String message) {
    byte[] request = HexFormat.of().parseHex(message);
    long end = System.nanoTime() + WARM_NANOS;
    while (System.nanoTime() < end) call(method, request);
    long fuel = guest.figures().fuel();
    for (int i = 0; i < CALLS; i++) call(method, request);
    fuel = (guest.figures().fuel() - fuel) / CALLS;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < WINDOWS; i++) least = Math.min(least, window(method, request));
    out.printf(Locale.ROOT, "  %-18s %,10.0f ns  %,12d fuel%n", what, least, fuel);
  }

  /** Processor time of a call, on average over a window. */
  private double window(int method, byte[] request) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long calls = 0;
    long spent;
    do {
      for (int i = 0; i < 16; i++) call(method, request);
      calls += 16;
      spent = THREADS.getCurrentThreadCpuTime() - begin;
    } while (spent < WINDOW_NANOS);
    return (double) spent / calls;
  }

  private void call(int method, byte[] request) {
    if (guest.invoke(method, request).length == 0) throw new AssertionError("no response");
  }
}
