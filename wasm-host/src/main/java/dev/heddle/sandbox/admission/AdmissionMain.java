package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.MalformedModuleException;
import dev.heddle.sandbox.module.ModuleLimits;
import dev.heddle.sandbox.module.ModuleProblem;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the module on its standard input, and ends with a line that says that it got there. */
final class AdmissionMain {
  static final String END = "end";
  private static final String SEPARATOR = "\t";

  private AdmissionMain() {}

  /** Takes the folder of the cache, if there is one. */
  public static void main(String[] arguments) throws IOException {
    Optional<CompiledCache> cache =
        arguments.length == 0
            ? Optional.empty()
            : Optional.of(CompiledCache.standard(Path.of(arguments[0])));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (ModuleProblem each : judge(new DataInputStream(System.in), cache)) {
      out.println(
          String.join(
              SEPARATOR, oneLine(each.rule()), oneLine(each.found()), oneLine(each.remedy())));
    }
    out.println(END);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }

  static List<ModuleProblem> problems(List<String> lines) {
    List<ModuleProblem> problems = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(SEPARATOR, -1);
      if (parts.length == 3) problems.add(new ModuleProblem(parts[0], parts[1], parts[2]));
    }
    return problems;
  }

  private static List<ModuleProblem> judge(DataInputStream in, Optional<CompiledCache> cache)
      throws IOException {
    GuestAbi abi = GuestAbi.valueOf(in.readUTF());
    Set<Grant> grants = EnumSet.noneOf(Grant.class);
    if (in.readBoolean()) grants.add(Grant.CLOCK);
    if (in.readBoolean()) grants.add(Grant.RANDOM);
    String digest = in.readUTF();
    byte[] bytes = in.readNBytes(in.readInt());
    try {
      GuestModule module = GuestModule.read(bytes);
      List<ModuleProblem> problems = module.problems(ModuleLimits.DEFAULT, abi, grants);
      if (problems.isEmpty()) new EndiveEngine(cache).load(module, abi, digest);
      return problems;
    } catch (MalformedModuleException | InvalidModuleException e) {
      return List.of(
          new ModuleProblem(
              "A module is valid WebAssembly that the sandbox supports",
              String.valueOf(e.getMessage()),
              "Build it anew, without what is not supported"));
    }
  }
}
