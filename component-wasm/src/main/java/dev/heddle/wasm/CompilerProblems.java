package dev.heddle.wasm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;
import org.teavm.model.TextLocation;
import org.teavm.vm.TeaVM;

/** What the compiler complained about, told at the application's own code. */
final class CompilerProblems {
  private static final String RULE = "Sandboxable code uses of the JDK what a guest has.";
  private static final String REMEDY =
      "Write it without that (docs/sandboxed-components.md lists what a guest has), or set runtime"
          + " = Runtime.JVM on the implementation.";

  private final Candidate candidate;
  private final TeaVM compiler;

  CompilerProblems(Candidate candidate, TeaVM compiler) {
    this.candidate = candidate;
    this.compiler = compiler;
  }

  /** Every problem, once, whatever its severity: a module with any of them may fail later. */
  List<Problem> all() {
    Set<Problem> problems = new LinkedHashSet<>();
    for (org.teavm.diagnostics.Problem reported : compiler.getProblemProvider().getProblems()) {
      DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
      reported.render(text);
      problems.add(new Problem(RULE, place(reported.getLocation()), text.getText(), REMEDY));
    }
    return List.copyOf(problems);
  }

  /** What compiles and is refused, at each place of the application that calls it. */
  List<Problem> refusals() {
    Set<Problem> problems = new LinkedHashSet<>();
    for (MethodReference method : compiler.getDependencyInfo().getReachableMethods()) {
      String name = method.getClassName() + "." + method.getName();
      for (Refusal refusal : Refusal.values()) {
        if (!refusal.refuses(name)) continue;
        for (String place : callers(method)) {
          problems.add(new Problem(refusal.rule(), place, name, refusal.remedy()));
        }
      }
    }
    return List.copyOf(problems);
  }

  /** What a module asks of its host that the implementation was not granted. */
  List<Problem> ungranted(List<String> imports) {
    List<Problem> problems = new ArrayList<>();
    for (Grant grant : Grant.values()) {
      if (!imports.contains(Grant.MODULE + grant.function()) || grant.isOf(candidate)) continue;
      problems.add(
          new Problem(
              grant.rule(),
              caller(grant.method()).orElse(candidate.implementation()),
              "a call of " + Grant.MODULE + grant.function(),
              grant.remedy()));
    }
    return problems;
  }

  /** The application's methods that call a method themselves. */
  private Set<String> callers(MethodReference method) {
    Set<String> places = new TreeSet<>();
    CallGraphNode node = compiler.getDependencyInfo().getCallGraph().getNode(method);
    if (node == null) return places;
    for (CallSite site : node.getCallerCallSites()) {
      for (CallGraphNode caller : site.getCallers()) {
        MethodReference reference = caller.getMethod();
        if (!isApplication(reference)) continue;
        places.add(place(reference, site.getLocations(caller).stream().findFirst().orElse(null)));
      }
    }
    return places;
  }

  private String place(@Nullable CallLocation location) {
    if (location == null) return candidate.implementation();
    if (isApplication(location.getMethod())) {
      return place(location.getMethod(), location.getSourceLocation());
    }
    return caller(location.getMethod())
        .orElse(place(location.getMethod(), location.getSourceLocation()));
  }

  /** The nearest method of the application that calls a method, directly or not. */
  private Optional<String> caller(MethodReference method) {
    Deque<MethodReference> unread = new ArrayDeque<>(List.of(method));
    Set<MethodReference> seen = new HashSet<>(unread);
    while (!unread.isEmpty()) {
      CallGraphNode node = compiler.getDependencyInfo().getCallGraph().getNode(unread.remove());
      if (node == null) continue;
      Set<String> found = new TreeSet<>();
      for (CallSite site : node.getCallerCallSites()) {
        for (CallGraphNode caller : site.getCallers()) {
          MethodReference reference = caller.getMethod();
          if (isApplication(reference)) {
            found.add(
                place(reference, site.getLocations(caller).stream().findFirst().orElse(null)));
          } else if (seen.add(reference)) {
            unread.add(reference);
          }
        }
      }
      if (!found.isEmpty()) return found.stream().findFirst();
    }
    return Optional.empty();
  }

  private boolean isApplication(MethodReference method) {
    String type = method.getClassName();
    return !type.startsWith("java.")
        && !type.startsWith("org.teavm.")
        && !type.startsWith("org.threeten.bp.")
        && !type.startsWith("dev.heddle.wasm.")
        && !type.equals(candidate.entry());
  }

  private static String place(MethodReference method, @Nullable TextLocation line) {
    String place = method.getClassName() + "." + method.getName();
    if (line == null || line.getFileName() == null) return place;
    String file = line.getFileName();
    return place + "(" + file.substring(file.lastIndexOf('/') + 1) + ":" + line.getLine() + ")";
  }
}
