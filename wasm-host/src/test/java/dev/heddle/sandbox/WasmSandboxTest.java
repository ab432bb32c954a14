package dev.heddle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.core.sandbox.SandboxException;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import dev.heddle.core.sandbox.SuppliedModule;
import dev.heddle.sandbox.admission.AdmissionVerdict;
import dev.heddle.sandbox.admission.ModuleAdmission;
import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasmSandboxTest {
  private static final String NAME = "dev.heddle.sandbox.Probe$Implementation";
  private static final int LOCAL_GET = 0x20;
  private static final byte[] REQUEST = {1, 2, 3};

  @TempDir Path folder;
  private EndiveEngine engine = new EndiveEngine(Optional.empty());
  private WasmSandbox sandbox = new WasmSandbox(engine, Optional.empty());

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void opensTheModuleOfAnImplementation() throws Exception {
    write(HandMade.echo(), "");
    SandboxedComponentSpecification specification = specification();

    assertThat(sandbox.available(specification.implementation())).isTrue();
    assertThat(sandbox.open(specification).invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void knowsWhereThereIsNoModule() throws Exception {
    SandboxedComponentSpecification specification = specification();

    assertThat(sandbox.available(specification.implementation())).isFalse();
    assertThatThrownBy(() -> sandbox.open(specification))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("there is no META-INF/heddle/wasm/" + NAME + ".wasm");
  }

  @Test
  void refusesAModuleThatIsNotItsManifests() throws Exception {
    write(HandMade.echo(), "");
    Path file = file(".wasm");
    byte[] changed = Files.readAllBytes(file);
    changed[changed.length - 1] ^= 1;
    Files.write(file, changed);

    assertThatThrownBy(() -> sandbox.open(specification()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("sha256=");
  }

  @Test
  void refusesAModuleOfAnotherConstructor() throws Exception {
    write(HandMade.echo(), "grant.0=CAPABILITY:dev.heddle.component.capability.Secrets\n");

    assertThatThrownBy(() -> sandbox.open(specification()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("built for [CAPABILITY:dev.heddle.component.capability.Secrets]");
  }

  @Test
  void refusesAModuleThatAsksForMore() throws Exception {
    HandMade module = new HandMade();
    module.builder.importFunction("env", "system", HandMade.NOTHING);
    write(module.build(code -> code.op(0x20, 1)), "");

    assertThatThrownBy(() -> sandbox.open(specification()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("env.system");
  }

  @Test
  void refusesAComponentWhoseConstructionDoesNotEnd() throws Exception {
    HandMade module = new HandMade();
    write(module.build(code -> code.op(0x20, 1), code -> code.op(3, -64).op(12, 0).op(11)), "");

    assertThatThrownBy(() -> sandbox.open(specification()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("fuel")
        .hasMessageContaining("Probe.<constructor>");
  }

  @Test
  void asksAgainWhatWasGrantedToAModuleThatWasCompiledBefore() throws Exception {
    HandMade module = new HandMade();
    int nanos = module.builder.functionType(new int[0], ModuleBuilder.I64);
    module.builder.importFunction("heddle", "nanos", nanos);
    write(module.build(code -> code.op(LOCAL_GET, 1)), "");
    start();
    Grants clock = new Grants(request -> request, true);
    assertThat(sandbox.open(specification(clock)).invoke(0, REQUEST)).isEqualTo(REQUEST);

    start();
    assertThatThrownBy(() -> sandbox.open(specification()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("heddle.nanos");
    sandbox.open(specification(clock));
    assertThat(engine.compilations()).isZero();
  }

  @Test
  void judgesAModuleOfTheUsersOwnOnce() throws Exception {
    Path own = folder.resolve("own.wasm");
    Files.write(own, HandMade.linearEcho());
    List<String> judged = new ArrayList<>();
    ModuleAdmission admission =
        (module, abi, grants, digest) -> {
          judged.add(digest);
          return new AdmissionVerdict.Admitted();
        };
    start(Optional.of(admission));
    sandbox.open(supplied(own));
    start(Optional.of(admission));
    assertThat(sandbox.open(supplied(own)).invoke(0, REQUEST)).isEqualTo(REQUEST);

    assertThat(judged).hasSize(1);
  }

  @Test
  void compilesNothingAtTheNextStart() throws Exception {
    write(HandMade.echo(), "");
    start();
    sandbox.open(specification());
    assertThat(engine.compilations()).isEqualTo(1);

    start();
    assertThat(sandbox.open(specification()).invoke(0, REQUEST)).isEqualTo(REQUEST);
    assertThat(engine.compilations()).isZero();

    flipABitOfTheOnlyEntry();
    start();
    assertThat(sandbox.open(specification()).invoke(0, REQUEST)).isEqualTo(REQUEST);
    assertThat(engine.compilations()).isEqualTo(1);
  }

  @Test
  void runsAModuleOfTheUsersOwnInTheImplementationsPlace() throws Exception {
    Path own = Files.write(folder.resolve("own.wasm"), HandMade.linearEcho());

    assertThat(sandbox.open(supplied(own)).invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void refusesAModuleOfTheUsersOwnThatIsNoLongerTheSame() throws Exception {
    Path own = Files.write(folder.resolve("own.wasm"), HandMade.linearEcho());
    SandboxedComponentSpecification specification = supplied(own);
    Files.write(own, HandMade.echo());
    assertThatThrownBy(() -> sandbox.open(specification))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining(own + " has been changed or removed since then");
  }

  @Test
  void refusesAModuleOfTheUsersOwnThatIsTooLongOrOfAnotherAbi() throws Exception {
    Path own = folder.resolve("own.wasm");
    Files.write(own, new byte[(8 << 20) + 1]);
    assertThatThrownBy(() -> sandbox.open(supplied(own))).hasMessageContaining(own + " has more");
    Files.write(own, HandMade.echo());
    assertThatThrownBy(() -> sandbox.open(supplied(own)))
        .hasMessageContaining(own + ": no heddle_allocate")
        .hasMessageContaining("linear-1");
  }

  private SandboxedComponentSpecification supplied(Path module) {
    return new SandboxedComponentSpecification(
        new Probe.Component(),
        new Probe.ImplementationOf(Probe.Implementation.class),
        Grants.ECHO,
        SandboxLimits.DEFAULT,
        Optional.of(SuppliedModule.of(module)));
  }

  private void start() {
    start(Optional.empty());
  }

  private void start(Optional<ModuleAdmission> admission) {
    sandbox.close();
    engine = new EndiveEngine(Optional.of(CompiledCache.standard(folder.resolve("cache"))));
    sandbox = new WasmSandbox(engine, admission);
  }

  private void flipABitOfTheOnlyEntry() throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve("cache"))) {
      Path entry = entries.findFirst().orElseThrow();
      byte[] content = Files.readAllBytes(entry);
      content[content.length / 2] ^= 4;
      Files.write(entry, content);
    }
  }

  private SandboxedComponentSpecification specification() throws Exception {
    return specification(Grants.ECHO);
  }

  /** The implementation as a class loader sees it that also sees the module. */
  private SandboxedComponentSpecification specification(Grants grants) throws Exception {
    URL here = Probe.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL(), URI.create(here.toString()).toURL()},
            getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) return known;
            return name.equals(NAME) ? findClass(name) : super.loadClass(name, resolve);
          }
        };
    return Probe.specification(
        loader.loadClass(NAME).asSubclass(Probe.class), grants, SandboxLimits.DEFAULT);
  }

  private void write(byte[] module, String grants) throws IOException {
    Files.createDirectories(file(".wasm").getParent());
    Files.write(file(".wasm"), module);
    Files.writeString(
        file(".properties"),
        """
        abi=java-1
        component=dev.heddle.sandbox.Probe
        grants=%d
        implementation=%s
        sha256=%s
        %s\
        """
            .formatted(grants.lines().count(), NAME, ModuleFiles.sha256(module), grants));
  }

  private Path file(String suffix) {
    return folder.resolve("META-INF/heddle/wasm/" + NAME + suffix);
  }
}
