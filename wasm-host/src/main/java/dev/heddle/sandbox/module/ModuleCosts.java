package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.FunctionCosts.Calls;
import dev.heddle.sandbox.module.ModuleShape.Body;
import dev.heddle.sandbox.module.ModuleShape.Import;
import dev.heddle.sandbox.module.ModuleShape.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all functions of a module cost, and who pays for it.
 *
 * <p>A function that costs little at its beginning is paid for by those who call it, but some
 * function of each circle of calls pays for itself. Circles by index are seen. For those by
 * reference, whoever may be called so and comes to calls by reference pays for itself. Who pays for
 * itself asks whether to go on, and so does who may have paid a stride before anybody else asks.
 *
 * <p>Functions that are paid by their callers hold no stack. What they take is held by those whom
 * they call and who pay: as much as the most that may be between them and the next one above who
 * does.
 */
final class ModuleCosts {
  /** The most stack of functions that are paid by their callers, one calling the other. */
  private static final long MOST_STACK = 8;

  private static final int MOST_NESTED = 100;
  private static final int HOST_CALL = 50;

  /** Reads the functions that run off the host's stack, whatever its depth. */
  private static final String TRACE = "heddle.trace";

  private static final int TRACE_CALL = 2_000;

  private final ModuleShape module;
  private final @Nullable FunctionCosts[] costs;
  private final List<Integer> inOrder = new ArrayList<>();
  private final long[] below;
  private final long[] above;
  private final BitSet begun = new BitSet();
  private final BitSet payers = new BitSet();
  private final BitSet reachReferences = new BitSet();
  private int nested;

  private ModuleCosts(ModuleShape module) {
    this.module = module;
    costs = new FunctionCosts[module.functions().size()];
    below = new long[costs.length];
    above = new long[costs.length];
  }

  /** Reads all of a module's functions. */
  static ModuleCosts of(ModuleShape module) {
    ModuleCosts all = new ModuleCosts(module);
    all.imports();
    int first = module.importedFunctions();
    for (int i = first; i < all.costs.length; i++) all.decide(i);
    for (int i = first; i < all.costs.length; i++) all.payForThrowing(i);
    all.handDownStack();
    return all;
  }

  /** The costs of a function. */
  FunctionCosts get(int function) {
    FunctionCosts found = costs[function];
    if (found == null) throw new IllegalStateException("function " + function + " was not read");
    return found;
  }

  /** How much stack a function holds at its beginning, in units; 0 if it does not look after it. */
  long stack(int function) {
    return get(function).holdsStack() ? ownStack(function) + above[function] : 0;
  }

  /** How much stack a function holds before it calls something and throws. */
  long stackBeforeThrowing(int function) {
    return ownStack(function) + above[function];
  }

  /** How much stack a function itself takes. */
  private long ownStack(int function) {
    long slots = body(function).slots();
    for (ValueType each : type(function).parameters()) slots += each.slots();
    return 1 + slots / Meter.SLOTS_PER_UNIT;
  }

  private boolean isImported(int function) {
    return function < module.importedFunctions();
  }

  private Body body(int function) {
    return module.bodies().get(function - module.importedFunctions());
  }

  private DefinedType.Function type(int function) {
    return module.functions().get(function);
  }

  private void imports() {
    int index = 0;
    for (Import each : module.imports()) {
      if (each.kind() != Kind.FUNCTION) continue;
      long cost = each.qualifiedName().equals(TRACE) ? TRACE_CALL : HOST_CALL;
      costs[index++] = FunctionCosts.ofHost(cost);
    }
  }

  /** Reads a function, but for what it calls before it throws, and decides who pays for it. */
  private void decide(int function) {
    if (costs[function] != null) return;
    begun.set(function);
    nested++;
    // Without tags there is hardly anything to throw.
    Set<Integer> throwing =
        module.tags() == 0
            ? Set.of()
            : new CostReading(module, new Unknown()).read(body(function)).throwingParts();
    FunctionCosts read = new CostReading(module, new Deciding(throwing)).read(body(function));
    nested--;
    lookBelow(function, read);
    costs[function] = read.paidByCallers(mayBePaidByCallers(function, read));
    inOrder.add(function);
  }

  private void lookBelow(int function, FunctionCosts read) {
    if (read.callsByReference() || read.initializes()) reachReferences.set(function);
    if (read.calls() == Calls.NOTHING) return;
    below[function] = ownStack(function);
    for (int callee : read.callees()) {
      FunctionCosts called = costs[callee];
      if (called == null || !called.paidByCallers() || isImported(callee)) continue;
      below[function] = Math.max(below[function], ownStack(function) + below[callee]);
      if (reachReferences.get(callee)) reachReferences.set(function);
    }
  }

  private boolean mayBePaidByCallers(int function, FunctionCosts read) {
    if (payers.get(function) || read.callsByReference() || below[function] > MOST_STACK) {
      return false;
    }
    if (!module.referenced().get(function)) return read.entry() <= FunctionCosts.MODEST;
    boolean mayInitialize = CostReading.passesNothing(type(function));
    boolean goesOn = read.calls() != Calls.NOTHING || read.unasked() > 0;
    return read.entry() <= FunctionCosts.SMALL
        && !reachReferences.get(function)
        && !(mayInitialize && goesOn);
  }

  /** Reads a function again where it calls something before it throws. */
  private void payForThrowing(int function) {
    FunctionCosts decided = get(function);
    if (decided.throwingParts().isEmpty()) return;
    costs[function] =
        new CostReading(module, new Decided())
            .read(body(function))
            .paidByCallers(decided.paidByCallers());
  }

  /** Callers stand behind those of their callees that they pay for. */
  private void handDownStack() {
    long aboveInitializers = 0;
    for (int function : inOrder.reversed()) {
      FunctionCosts each = get(function);
      if (!each.paidByCallers()) continue;
      long stack = above[function] + ownStack(function);
      for (int callee : each.callees()) above[callee] = Math.max(above[callee], stack);
      if (each.initializes()) aboveInitializers = Math.max(aboveInitializers, stack);
    }
    for (int function : inOrder) {
      if (!module.referenced().get(function) || !CostReading.passesNothing(type(function)))
        continue;
      above[function] = Math.max(above[function], aboveInitializers);
    }
  }

  /** While it is not known which parts throw. */
  private static final class Unknown implements CostReading.Callees {
    @Override
    public long cost(int function, int part) {
      return 0;
    }

    @Override
    public Calls kind(int function, int part) {
      return Calls.QUIET;
    }

    @Override
    public long unasked(int function, int part) {
      return 0;
    }
  }

  /** While a function is decided about: whom it calls are decided about before. */
  private final class Deciding implements CostReading.Callees {
    private final Set<Integer> throwing;

    Deciding(Set<Integer> throwing) {
      this.throwing = throwing;
    }

    @Override
    public long cost(int function, int part) {
      FunctionCosts callee = callee(function, part);
      return callee != null && callee.paidByCallers() ? callee.entry() : 0;
    }

    @Override
    public Calls kind(int function, int part) {
      FunctionCosts callee = callee(function, part);
      return callee == null ? Calls.SPENDING : callee.asCallee();
    }

    @Override
    public long unasked(int function, int part) {
      FunctionCosts callee = callee(function, part);
      return callee == null ? 0 : callee.unaskedAsCallee();
    }

    private @Nullable FunctionCosts callee(int function, int part) {
      if (costs[function] != null || throwing.contains(part)) return costs[function];
      if (begun.get(function) || nested == MOST_NESTED) {
        // It calls itself, or it is too far away.
        payers.set(function);
      } else {
        decide(function);
      }
      return costs[function];
    }
  }

  /** When all has been decided. */
  private final class Decided implements CostReading.Callees {
    @Override
    public long cost(int function, int part) {
      return get(function).paidByCallers() ? get(function).entry() : 0;
    }

    @Override
    public Calls kind(int function, int part) {
      return get(function).asCallee();
    }

    @Override
    public long unasked(int function, int part) {
      return get(function).unaskedAsCallee();
    }
  }
}
