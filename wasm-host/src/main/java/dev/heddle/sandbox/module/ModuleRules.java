package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.ModuleShape.Body;
import dev.heddle.sandbox.module.ModuleShape.Export;
import dev.heddle.sandbox.module.ModuleShape.Import;
import dev.heddle.sandbox.module.ModuleShape.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what a module has too much of, lacks, or must not ask for. */
final class ModuleRules {
  private static final int MOST_PROBLEMS = 20;

  private final ModuleShape module;
  private final ModuleLimits limits;
  private final GuestAbi abi;
  private final Set<Grant> grants;
  private final List<ModuleProblem> problems = new ArrayList<>();

  private ModuleRules(ModuleShape module, ModuleLimits limits, GuestAbi abi, Set<Grant> grants) {
    this.module = module;
    this.limits = limits;
    this.abi = abi;
    this.grants = grants;
  }

  static List<ModuleProblem> check(
      ModuleShape module, ModuleLimits limits, GuestAbi abi, Set<Grant> grants) {
    ModuleRules rules = new ModuleRules(module, limits, abi, grants);
    rules.sizes();
    rules.bodies();
    rules.types();
    rules.memory();
    rules.imports();
    rules.exports();
    return List.copyOf(rules.problems);
  }

  private void sizes() {
    most("bytes", module.bytes().length, limits.bytes());
    most("types", module.types().size(), limits.types());
    most("steps to compare types", module.typeComparison(), limits.typeComparison());
    most("functions", module.functions().size(), limits.functions());
    most("globals", module.globals(), limits.globals());
    most("tags", module.tags(), limits.tags());
    most("tables", module.tables().size(), limits.tables());
    long entries = module.tables().stream().mapToLong(ModuleShape.Limits::minimum).sum();
    most("entries of tables", entries, limits.tableEntries());
    most("elements", module.elements(), limits.elements());
    most("bytes of data", module.dataBytes(), limits.dataBytes());
    most("bytes of initial values", module.initialBytes(), limits.initialBytes());
    most("imports", module.imports().size(), limits.imports());
    most("exports", module.exports().size(), limits.exports());
  }

  private void most(String what, long found, long allowed) {
    if (found > allowed) {
      problem("A module has at most " + allowed + " " + what, "it has " + found, "make it smaller");
    }
  }

  private void bodies() {
    int index = module.importedFunctions();
    long slots = module.bodies().stream().mapToLong(Body::slots).sum();
    most("slots for locals of all functions", slots, limits.allLocals());
    for (Body body : module.bodies()) {
      if (body.code().length() > limits.functionBytes()) {
        problem(
            "A function has at most " + limits.functionBytes() + " bytes of code",
            "function " + index + " has " + body.code().length(),
            "split it");
      }
      if (body.slots() > limits.locals()) {
        problem(
            "The locals of a function take at most " + limits.locals() + " slots",
            "those of function " + index + " take " + body.slots(),
            "split it");
      }
      index++;
    }
  }

  private void types() {
    for (DefinedType type : module.types()) {
      if (type instanceof DefinedType.Function function
          && Math.max(function.parameters().size(), function.results().size())
              > limits.parameters()) {
        problem(
            "A function has at most " + limits.parameters() + " parameters, and as many results",
            "a type has " + function.parameters().size() + " and " + function.results().size(),
            "pass an object");
      }
    }
  }

  private void memory() {
    List<ModuleShape.Limits> memories = new ArrayList<>(module.memories());
    for (Import each : module.imports()) {
      if (each.kind() == Kind.MEMORY) memories.add(each.limits());
    }
    if (memories.size() > 1) {
      problem("A module has at most one memory", "it has " + memories.size(), "use one");
    }
    for (ModuleShape.Limits memory : memories) {
      most("pages of memory at the start", memory.minimum(), limits.memoryPages());
    }
  }

  private void imports() {
    Map<String, String> known = abi.imports(grants);
    int function = 0;
    for (Import each : module.imports()) {
      String name = each.qualifiedName();
      boolean isFunction = each.kind() == Kind.FUNCTION;
      String signature =
          isFunction ? signature(function++) : each.kind().name().toLowerCase(Locale.ROOT);
      if (isFunction && known.containsKey(name)) {
        signature("import", name, signature, known.get(name));
      } else if (!allowed(each, name)) {
        problem(
            "A module of the ABI " + abi.id() + " imports what was granted to it, and no more",
            name + " (" + signature + ")",
            "take it as a capability in the constructor, or do without it");
      }
    }
  }

  private boolean allowed(Import each, String name) {
    return switch (each.kind()) {
      case FUNCTION -> abi.ofTheLanguage(name);
      case GLOBAL -> abi == GuestAbi.JAVA_1 && name.startsWith("teavmMemory.");
      case MEMORY -> abi == GuestAbi.JAVA_1 && name.equals("env.memory");
      case TABLE, TAG -> false;
    };
  }

  private void exports() {
    Set<String> seen = new HashSet<>();
    for (Export export : module.exports()) {
      if (!seen.add(export.name())) twice(export.name());
      String expected =
          abi.required().getOrDefault(export.name(), abi.optional().get(export.name()));
      if (expected == null) continue;
      boolean function = export.kind() == Kind.FUNCTION;
      String found =
          function ? signature(export.index()) : export.kind().name().toLowerCase(Locale.ROOT);
      signature("export", export.name(), found, expected);
    }
    for (Map.Entry<String, String> each : abi.required().entrySet()) {
      if (!seen.contains(each.getKey())) missing(each.getKey() + " (" + each.getValue() + ")");
    }
    if (abi == GuestAbi.LINEAR_1 && !exportsMemory()) missing("memory");
  }

  private void twice(String export) {
    problem("A module has one export of a name", "it has several of " + export, "rename one");
  }

  private boolean exportsMemory() {
    return module.exports().stream()
        .anyMatch(each -> each.kind() == Kind.MEMORY && each.name().equals("memory"));
  }

  private void missing(String export) {
    problem(
        "A module of the ABI " + abi.id() + " exports what the host calls",
        "no " + export,
        "build it for this ABI");
  }

  private void signature(String what, String name, String found, String expected) {
    if (found.equals(expected)) return;
    problem(
        "The " + what + " " + name + " is of the type " + expected,
        "it is " + found,
        "build it for this version of the ABI " + abi.id());
  }

  private String signature(int function) {
    DefinedType.Function type = module.functions().get(function);
    return names(type.parameters()) + "->" + names(type.results());
  }

  private static String names(List<ValueType> types) {
    return types.stream().map(ValueType::shortName).collect(Collectors.joining(","));
  }

  private void problem(String rule, String found, String remedy) {
    if (problems.size() < MOST_PROBLEMS) problems.add(new ModuleProblem(rule, found, remedy));
  }
}
