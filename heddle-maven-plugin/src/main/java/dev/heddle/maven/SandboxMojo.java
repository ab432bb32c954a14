package dev.heddle.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Makes a WebAssembly module of each sandboxable implementation, beside its class files. What has
 * not changed is not made again.
 */
@Mojo(
    name = "sandbox",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class SandboxMojo extends AbstractMojo {
  private static final String MAIN = "dev.heddle.wasm.Main";
  private static final int NEEDED = 25;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> artifacts;

  /** Folder of class files that takes the modules. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
  private File output;

  /** Folder that remembers what the modules were made from. */
  @Parameter(defaultValue = "${project.build.directory}/heddle/sandbox", required = true)
  private File records;

  /** Whether to make none. */
  @Parameter(property = "heddle.sandbox.skip", defaultValue = "false")
  private boolean skip;

  @Component private ToolchainManager toolchains;

  /** Makes the modules. */
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || !output.isDirectory()) return;
    try {
      Path classPath = records.toPath().resolve("classpath.txt");
      Files.createDirectories(records.toPath());
      Files.writeString(
          classPath, String.join(File.pathSeparator, project.getRuntimeClasspathElements()));
      run(List.of(output.getPath(), records.getPath(), "@" + classPath));
    } catch (IOException | DependencyResolutionRequiredException failure) {
      throw new MojoExecutionException("the sandbox's modules cannot be made", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted");
    }
  }

  private void run(List<String> arguments)
      throws IOException, InterruptedException, MojoFailureException {
    List<String> command = new ArrayList<>();
    command.add(java());
    // A short run: compiling it well takes longer than it does.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", tools(), MAIN));
    command.addAll(arguments);
    Process build = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = build.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        getLog().info(line);
      }
    } finally {
      build.destroy();
    }
    if (build.waitFor() != 0) throw new MojoFailureException(String.join("\n", lines));
  }

  private String tools() {
    return artifacts.stream()
        .map(artifact -> artifact.getFile().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String java() throws MojoFailureException {
    Optional<String> chosen =
        Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
            .map(toolchain -> toolchain.findTool("java"));
    if (chosen.isPresent()) return chosen.get();
    if (Runtime.version().feature() >= NEEDED) {
      return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
    throw new MojoFailureException(
        "the sandbox's modules are made by a JDK "
            + NEEDED
            + " or newer, and Maven runs on "
            + Runtime.version()
            + ". Select one with the maven-toolchains-plugin's select-jdk-toolchain, or run Maven"
            + " on one");
  }
}
