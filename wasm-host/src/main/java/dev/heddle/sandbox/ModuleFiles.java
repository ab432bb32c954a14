package dev.heddle.sandbox;

import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.Problem;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import dev.heddle.core.sandbox.SuppliedModule;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.ModuleLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The module of an implementation, and what stands beside it in the application's jar: its
 * manifest.
 *
 * @param abi what it speaks
 * @param digest of the module, as the manifest has it
 * @param module the module
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ModuleFiles(GuestAbi abi, String digest, byte[] module) {
  private static final int MOST_BYTES = ModuleLimits.DEFAULT.bytes();
  private static final String FOLDER = "META-INF/heddle/wasm/";
  private static final String REBUILD =
      "Build the application anew with the plugin's goal sandbox; if that does not help, the jar"
          + " was changed afterwards";

  /**
   * Reads what runs for a specification.
   *
   * @param problems gets what is wrong otherwise
   */
  static Optional<ModuleFiles> read(
      SandboxedComponentSpecification specification, List<Problem> problems) {
    return specification.module().isPresent()
        ? read(specification.module().get(), problems)
        : read(specification.implementation(), problems);
  }

  /** Reads a module that is no part of the application, if it is still the same. */
  private static Optional<ModuleFiles> read(SuppliedModule supplied, List<Problem> problems) {
    byte[] module = content(supplied.file());
    if (module.length > MOST_BYTES) {
      problems.add(
          new Problem(
              "A module has at most " + MOST_BYTES + " bytes",
              supplied.file() + " has more",
              "Make it smaller"));
      return Optional.empty();
    }
    String digest = sha256(module);
    if (supplied.sha256().equals(Optional.of(digest))) {
      return Optional.of(new ModuleFiles(GuestAbi.LINEAR_1, digest, module));
    }
    problems.add(
        new Problem(
            "A module is what it was when the application started",
            supplied.file() + " has been changed or removed since then",
            "Start the application anew"));
    return Optional.empty();
  }

  private static byte[] content(Path file) {
    if (!Files.isRegularFile(file)) return new byte[0];
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Whether there is a module of an implementation. */
  static boolean exist(ImplementationDescriptor<?> implementation) {
    Class<?> type = implementation.type();
    return loader(type).getResource(FOLDER + type.getName() + ".wasm") != null
        && loader(type).getResource(FOLDER + type.getName() + ".properties") != null;
  }

  /**
   * Reads the module of an implementation, if its manifest is about both of them.
   *
   * @param problems gets what is wrong otherwise
   */
  static Optional<ModuleFiles> read(
      ImplementationDescriptor<?> implementation, List<Problem> problems) {
    String name = implementation.type().getName();
    byte[] module = resource(implementation, ".wasm");
    byte[] text = resource(implementation, ".properties");
    if (module.length == 0 || text.length == 0) {
      problems.add(
          new Problem(
              "An implementation in the sandbox has a module",
              "there is no " + FOLDER + name + ".wasm with its .properties",
              "Build the application with the plugin's goal sandbox"));
      return Optional.empty();
    }
    return new Manifest(properties(text), name, problems).of(implementation, module);
  }

  private static Properties properties(byte[] text) {
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(new java.io.ByteArrayInputStream(text), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static byte[] resource(ImplementationDescriptor<?> implementation, String suffix) {
    Class<?> type = implementation.type();
    try (InputStream in = loader(type).getResourceAsStream(FOLDER + type.getName() + suffix)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassLoader loader(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The manifest of one module. */
  private record Manifest(Properties properties, String name, List<Problem> problems) {

    Optional<ModuleFiles> of(ImplementationDescriptor<?> implementation, byte[] module) {
      int before = problems.size();
      String digest = sha256(module);
      must("A module is the one that its manifest is about", "sha256", digest);
      must("A module is of the implementation that it runs for", "implementation", name);
      must(
          "A module is of the component that it runs for",
          "component",
          implementation.component().getName());
      grants(implementation.dependencies());
      Optional<GuestAbi> abi =
          Arrays.stream(GuestAbi.values()).filter(each -> each.id().equals(get("abi"))).findFirst();
      if (abi.isEmpty()) {
        problem("A module is of an ABI that is known here", "it is of " + get("abi"));
      }
      if (problems.size() > before) return Optional.empty();
      return abi.map(known -> new ModuleFiles(known, digest, module));
    }

    private void grants(List<Dependency> dependencies) {
      List<String> expected = new ArrayList<>();
      for (Dependency each : dependencies) {
        String optional = each.optional() ? ":optional" : "";
        expected.add(each.kind() + ":" + each.type().getName() + optional);
      }
      List<String> granted = new ArrayList<>();
      for (int i = 0; properties.containsKey("grant." + i); i++) granted.add(get("grant." + i));
      if (!granted.equals(expected) || !get("grants").equals("" + expected.size())) {
        problem(
            "A module was built for the constructor of its implementation",
            "it was built for " + granted + ", and the constructor has " + expected);
      }
    }

    private void must(String rule, String key, String expected) {
      if (!get(key).equals(expected)) {
        problem(
            rule, "its manifest has " + key + "=" + get(key) + " where " + expected + " is due");
      }
    }

    private String get(String key) {
      return properties.getProperty(key, "");
    }

    private void problem(String rule, String found) {
      problems.add(new Problem(rule, name + ": " + found, REBUILD));
    }
  }
}
