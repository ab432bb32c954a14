package dev.heddle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Makes a project of its own: a small application of two components, with tests.",
    footer = {
      "%nExamples:",
      "  ./heddle new ../greeter",
      "  ./heddle new /projects/greeter --package com.example.greeter"
    })
final class NewCommand implements Callable<Integer> {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final List<String> INSTALLED =
      List.of("framework-core", "component-codegen", "heddle-test", "heddle-cli");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      description = {
        "Where the project goes: a new or empty folder. Its name is the project's: lower-case",
        "letters, digits and dashes."
      })
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "Java package of the application. By default the name without its dashes.")
  private @Nullable String packageName;

  @Option(
      names = "--no-install",
      description =
          "Do not install Heddle's artifacts into the local Maven repository: they are there.")
  private boolean noInstall;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path target = folder.toAbsolutePath().normalize();
    String name = name(target);
    NewProject project = new NewProject(name, packageName(name));
    checkEmpty(target);
    if (!noInstall) install();
    project.write(target);
    PrintWriter out = spec.commandLine().getOut();
    out.println(name + " is there. Run it:");
    out.println();
    out.println("  cd " + folder);
    out.println("  ./heddle run");
    out.flush();
    return ExitCode.DONE;
  }

  private static String name(Path target) {
    Path last = target.getFileName();
    String name = last == null ? "" : last.toString();
    if (NAME.matcher(name).matches()) return name;
    throw CommandFailure.usage(
        "a project's name is lower-case letters, digits and dashes, such as order-desk, and not '"
            + name
            + "'");
  }

  private String packageName(String name) {
    String chosen = packageName == null ? name.replace("-", "") : packageName;
    if (SourceVersion.isName(chosen)) return chosen;
    throw CommandFailure.usage(
        "'" + chosen + "' is no Java package; choose one with --package, such as com.example.shop");
  }

  private static void checkEmpty(Path target) throws IOException {
    if (Files.notExists(target)) return;
    if (!Files.isDirectory(target)) throw CommandFailure.failed(target + " is a file");
    try (var files = Files.list(target)) {
      if (files.findAny().isEmpty()) return;
    }
    throw CommandFailure.failed(
        target + " is not empty; nothing was changed. Name a folder that is not there yet");
  }

  /** A copy of Heddle's sources installs what it makes; elsewhere Maven fetches it. */
  private void install() throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("heddle.home", ""));
    if (!Files.isRegularFile(home.resolve("framework-core/pom.xml"))) return;
    PrintWriter err = spec.commandLine().getErr();
    err.println("heddle: installing Heddle's artifacts into the local Maven repository");
    StopSignal stopSignal = new StopSignal(GRACE);
    stopSignal.listen();
    new Build(home, stopSignal, new Progress(err, Terminal.onError())).install(INSTALLED);
  }
}
