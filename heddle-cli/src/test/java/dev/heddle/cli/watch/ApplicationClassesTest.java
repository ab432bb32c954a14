package dev.heddle.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules: {@code shop} uses {@code prices}. */
class ApplicationClassesTest {
  private static final String PRICE =
      "package prices; public class Price { public int cents() { return 1; } }";

  @TempDir private Path root;
  private Path price;
  private Path cart;
  private Path clock;
  private ApplicationClasses classes;

  @BeforeEach
  void writeTheProject() throws IOException {
    price = write("prices/src/main/java/prices/Price.java", PRICE);
    cart =
        write(
            "shop/src/main/java/shop/Cart.java",
            "package shop; class Cart {\n int sum() { return new prices.Price().cents(); }\n}");
    clock =
        write(
            "shop/src/main/java/shop/Clock.java",
            "package shop; import dev.heddle.component.*;"
                + " @ComponentInterface public interface Clock { int hour(); }");
    write("shop/src/main/resources/static/shop.css", "a");
    write("shop/src/main/resources/names.txt", "@version@");
    write("shop/target/classes/names.txt", "1.0");
    Map<Path, CompilerOptions> modules = new LinkedHashMap<>();
    for (String module : List.of("prices", "shop")) {
      String processors = System.getProperty("java.class.path");
      modules.put(
          root.resolve(module),
          new CompilerOptions(
              root.resolve(module + "/target/classes").toString(),
              List.of("-processorpath", processors, "-parameters", "--release", "25"),
              List.of()));
    }
    List<Path> libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    classes = new ApplicationClasses(root, modules, libraries, root.resolve("work"));
    assertThat(classes.apply(List.of(price, cart, clock)).errors()).isEmpty();
  }

  @Test
  void aChangeOfCodeCompilesThatFileAlone() throws IOException {
    // Nothing looks at this one, or it would be refused.
    write(cart, "broken");
    write(price, PRICE.replace("return 1", "Runnable run = () -> {}; return 2"));
    Outcome outcome = classes.apply(List.of(price));
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.compiled()).isOne();
    assertThat(outcome.restart()).isTrue();
  }

  @Test
  void aChangeThatOthersSeeCompilesThemInEveryModule() throws IOException {
    byte[] before = Files.readAllBytes(output("prices/prices/Price.class"));
    write(price, PRICE.replace("cents()", "euros()"));
    Outcome outcome = classes.apply(List.of(price));
    assertThat(outcome.errors())
        .singleElement()
        .asString()
        .startsWith("shop/src/main/java/shop/Cart.java:2: cannot find symbol")
        .contains("cents()", "return new prices.Price().cents();");
    assertThat(outcome.restart()).isFalse();
    assertThat(output("prices/prices/Price.class")).hasBinaryContent(before);
    write(cart, "package shop; class Cart { int sum() { return new prices.Price().euros(); } }");
    assertThat(classes.apply(List.of(price, cart)).errors()).isEmpty();
  }

  @Test
  void aSourceThatGoesTakesWhatWasMadeOfItAlong() throws IOException {
    assertThat(Folders.files(output("shop")))
        .contains(output("shop/shop/Clock_Stub.class"))
        .contains(output("shop/META-INF/heddle/components/shop.Clock_Descriptor"));
    Files.delete(clock);
    assertThat(classes.apply(List.of(clock)).errors()).isEmpty();
    assertThat(Folders.files(output("shop")))
        .noneMatch(file -> file.toString().contains("Clock"))
        .contains(output("shop/shop/Cart.class"), output("shop/names.txt"));
  }

  @Test
  void aComponentThatIsNoneAnyMoreLosesWhatWasGenerated() throws IOException {
    write(clock, "package shop; public interface Clock { int hour(); }");
    assertThat(classes.apply(List.of(clock)).errors()).isEmpty();
    assertThat(Folders.files(output("shop")))
        .contains(output("shop/shop/Clock.class"))
        .noneMatch(file -> file.toString().contains("Clock_Stub"));
  }

  @Test
  void whatTheProcessorRefusesIsToldWithItsPlace() throws IOException {
    write(clock, Files.readString(clock).replace("int hour", "Thread hour"));
    assertThat(classes.apply(List.of(clock)).errors())
        .isNotEmpty()
        .anyMatch(
            error ->
                error.startsWith("shop/src/main/java/shop/Clock.java:1: ")
                    && error.contains("Thread"));
  }

  @Test
  void staticFilesAreCopiedWithoutARestart() throws IOException {
    Path css = write("shop/src/main/resources/static/shop.css", "b");
    Outcome outcome = classes.apply(List.of(css));
    assertThat(outcome.restart()).isFalse();
    assertThat(output("shop/static/shop.css")).hasContent("b");
    Path settings = write("shop/src/main/resources/application.yml", "x: y");
    assertThat(classes.apply(List.of(settings)).restart()).isTrue();
    Files.delete(css);
    assertThat(classes.apply(List.of(css)).copied()).isOne();
    assertThat(output("shop/static/shop.css")).doesNotExist();
  }

  @Test
  void aResourceThatTheBuildFillsInIsLeftToIt() throws IOException {
    Path names = write("shop/src/main/resources/names.txt", "@version@ or so");
    Outcome outcome = classes.apply(List.of(names));
    assertThat(outcome.rebuild()).containsExactly("shop/src/main/resources/names.txt");
    assertThat(output("shop/names.txt")).hasContent("1.0");
  }

  private Path output(String file) {
    return root.resolve("work/classes").resolve(file);
  }

  private Path write(String file, String text) throws IOException {
    return write(root.resolve(file), text);
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }
}
