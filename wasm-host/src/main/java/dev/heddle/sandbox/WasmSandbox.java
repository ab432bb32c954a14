package dev.heddle.sandbox;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.Problem;
import dev.heddle.core.sandbox.GuestGrants;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxException;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import dev.heddle.sandbox.admission.ModuleAdmission;
import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.engine.WasmEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.MalformedModuleException;
import dev.heddle.sandbox.module.ModuleLimits;
import dev.heddle.sandbox.module.ModuleProblem;
import dev.heddle.sandbox.pool.PooledComponent;
import dev.heddle.sandbox.pool.Watchdog;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sandbox of an application: finds modules on the class path, and opens them. */
public final class WasmSandbox implements Sandbox {
  private final WasmEngine engine;
  private final Optional<ModuleAdmission> admission;
  private final Watchdog watchdog = new Watchdog();
  private final List<SandboxedComponent> opened = new CopyOnWriteArrayList<>();

  /**
   * A sandbox.
   *
   * @param admission who judges modules that were not compiled from Java, before this process
   *     compiles them; without one they are compiled here
   */
  public WasmSandbox(WasmEngine engine, Optional<ModuleAdmission> admission) {
    this.engine = engine;
    this.admission = admission;
  }

  @Override
  public boolean available(ImplementationDescriptor<?> implementation) {
    return ModuleFiles.exist(implementation);
  }

  @Override
  public SandboxedComponent open(SandboxedComponentSpecification specification) {
    List<Problem> problems = new ArrayList<>();
    Optional<ModuleFiles> files = ModuleFiles.read(specification, problems);
    if (files.isEmpty()) throw new SandboxException(problems);
    SandboxedComponent component = open(specification, load(specification, files.get()));
    opened.add(component);
    return component;
  }

  private SandboxedComponent open(
      SandboxedComponentSpecification specification, CompiledModule module) {
    try {
      return new PooledComponent(specification, module, watchdog);
    } catch (ComponentException e) {
      throw refused(
          specification,
          "A component is constructed within the limits of a call",
          String.valueOf(e.getMessage()),
          "Do less in the constructor and in static initializers, or raise the limit");
    }
  }

  private CompiledModule load(SandboxedComponentSpecification specification, ModuleFiles files) {
    Set<Grant> grants = grants(specification.grants());
    return engine
        .compiled(files.abi(), grants, files.digest())
        .orElseGet(() -> compile(specification, files, grants));
  }

  private CompiledModule compile(
      SandboxedComponentSpecification specification, ModuleFiles files, Set<Grant> grants) {
    try {
      if (admission.isPresent() && files.abi() != GuestAbi.JAVA_1) {
        check(
            specification,
            admission.get().judge(files.module(), files.abi(), grants, files.digest()).problems());
        Optional<CompiledModule> judged = engine.compiled(files.abi(), grants, files.digest());
        if (judged.isPresent()) return judged.get();
      }
      GuestModule module = GuestModule.read(files.module());
      check(specification, module.problems(ModuleLimits.DEFAULT, files.abi(), grants));
      return engine.compile(module, files.abi(), grants, files.digest());
    } catch (MalformedModuleException | InvalidModuleException e) {
      throw refused(
          specification,
          "A module is valid WebAssembly that the sandbox supports",
          String.valueOf(e.getMessage()),
          "Build it anew, without what is not supported");
    }
  }

  private static void check(
      SandboxedComponentSpecification specification, List<ModuleProblem> found) {
    if (found.isEmpty()) return;
    String module = name(specification) + ": ";
    throw new SandboxException(
        found.stream()
            .map(each -> new Problem(each.rule(), module + each.found(), each.remedy()))
            .toList());
  }

  private static String name(SandboxedComponentSpecification specification) {
    return specification
        .module()
        .map(supplied -> supplied.file().toString())
        .orElseGet(() -> specification.implementation().type().getName());
  }

  private static Set<Grant> grants(GuestGrants granted) {
    EnumSet<Grant> grants = EnumSet.noneOf(Grant.class);
    if (granted.clock()) grants.add(Grant.CLOCK);
    if (granted.random()) grants.add(Grant.RANDOM);
    return grants;
  }

  private static SandboxException refused(
      SandboxedComponentSpecification specification, String rule, String found, String remedy) {
    String module = name(specification) + ": ";
    return new SandboxException(List.of(new Problem(rule, module + found, remedy)));
  }

  @Override
  public void close() {
    opened.forEach(SandboxedComponent::close);
    watchdog.close();
  }
}
