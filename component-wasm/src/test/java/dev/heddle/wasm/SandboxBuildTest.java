package dev.heddle.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxBuildTest {
  private static final String GREETING =
      """
      package shop;
      import dev.heddle.component.ComponentInterface;
      @ComponentInterface
      public interface Greeting { String greet(String name); }
      """;
  private static final String POLITE =
      """
      package shop;
      import dev.heddle.component.ComponentImplementation;
      @ComponentImplementation
      final class Polite implements Greeting {
        @Override public String greet(String name) { return new Words().hello() + ", " + name; }
      }
      """;
  private static final String WORDS =
      "package shop; final class Words { String hello() { return \"Good day\"; } }";
  private static final String UNUSED =
      "package shop; final class Unused { String text() { return \"one\"; } }";

  /** Made once: most tests begin with a copy of it. */
  @SuppressWarnings("NullAway.Init") // makeTheShop() does
  private static Fixture made;

  private static int modules;

  @TempDir private Path folder;

  @BeforeAll
  static void makeTheShop(@TempDir Path place) throws Exception {
    made = new Fixture(place).compile(GREETING, POLITE, WORDS, UNUSED);
    modules = made.build();
  }

  @Test
  void makesAModuleAndTellsOfIt() {
    assertThat(modules).isEqualTo(1);
    assertThat(made.progress()).singleElement().asString().matches("Greeting: \\d+ KB in .* s");
    assertThat(made.module("shop.Polite")).isNotEmptyFile();
  }

  @Test
  void writesAManifestBesideTheModule() throws Exception {
    Fixture shop = made.copy(folder);

    String module = Digest.of(Files.readAllBytes(shop.module("shop.Polite")));
    assertThat(shop.manifest("shop.Polite"))
        .hasContent(
            """
            abi=java-1
            built-by=TeaVM 0.15.0
            component=shop.Greeting
            grants=0
            implementation=shop.Polite
            sha256=%s
            """
                .formatted(module));
  }

  @Test
  void makesTheSameBytesFromTheSameClasses() throws Exception {
    Fixture other = new Fixture(folder).compile(GREETING, POLITE, WORDS);
    other.build();

    assertThat(other.module("shop.Polite")).hasSameBinaryContentAs(made.module("shop.Polite"));
    assertThat(other.manifest("shop.Polite")).hasSameBinaryContentAs(made.manifest("shop.Polite"));
  }

  @Test
  void makesNothingAnewWhileWhatItWasMadeFromIsTheSame() throws Exception {
    Fixture shop = made.copy(folder);

    assertThat(shop.compile(UNUSED.replace("one", "another")).build()).isZero();
    assertThat(shop.progress()).isEmpty();
  }

  @Test
  void makesAnewWhatAChangedClassIsPartOf() throws Exception {
    Fixture shop = made.copy(folder);
    byte[] made = Files.readAllBytes(shop.module("shop.Polite"));

    shop.compile(GREETING, POLITE, WORDS.replace("Good day", "Hello"));

    assertThat(shop.build()).isEqualTo(1);
    assertThat(Files.readAllBytes(shop.module("shop.Polite"))).isNotEqualTo(made);
  }

  @Test
  void makesAnewWhatSomebodyTouched() throws Exception {
    Fixture shop = made.copy(folder);
    byte[] made = Files.readAllBytes(shop.module("shop.Polite"));
    byte[] touched = made.clone();
    touched[touched.length / 2] ^= 1;
    Files.write(shop.module("shop.Polite"), touched);

    assertThat(shop.build()).isEqualTo(1);
    assertThat(shop.module("shop.Polite")).hasBinaryContent(made);
  }

  @Test
  void takesAwayTheModuleOfAnImplementationThatIsNoMore() throws Exception {
    Fixture shop = made.copy(folder);
    Files.delete(
        shop.classes().resolve("META-INF/heddle/implementations/shop.Polite_Implementation"));

    assertThat(shop.build()).isZero();

    assertThat(shop.module("shop.Polite")).doesNotExist();
    assertThat(shop.manifest("shop.Polite")).doesNotExist();
  }

  @Test
  void leavesNoModuleOfWhatCannotBeMadeAndTellsEveryReason() throws Exception {
    Fixture shop = made.copy(folder);
    shop.compile(
        GREETING,
        POLITE,
        """
        package shop;
        final class Words {
          String hello() { return added() + phase(); }
          private static String added() {
            return new java.util.concurrent.atomic.LongAdder().toString();
          }
          private static int phase() {
            return new java.util.concurrent.Phaser().getPhase();
          }
        }
        """);

    assertThatThrownBy(shop::build)
        .isInstanceOfSatisfying(
            SandboxBuildException.class, refused -> assertThat(refused.problems()).hasSize(2))
        .hasMessageContaining("Words.added(Words.java:5)")
        .hasMessageContaining("LongAdder")
        .hasMessageContaining("Words.phase(Words.java:8)")
        .hasMessageContaining("Phaser")
        .hasMessageContaining("remedy: ");
    assertThat(shop.module("shop.Polite")).doesNotExist();
    assertThat(shop.manifest("shop.Polite")).doesNotExist();
  }

  @Test
  void leavesNoModuleThatAHostWouldNotTake() throws Exception {
    Fixture shop =
        new Fixture(folder).compile(GREETING, POLITE.replace("Polite", "Fragile"), WORDS);

    assertThatThrownBy(shop::build)
        .isInstanceOf(SandboxBuildException.class)
        .hasMessageContaining("makes valid WebAssembly")
        .hasMessageContaining("at shop.Fragile.greet")
        .hasMessageContaining("found: type mismatch")
        .hasMessageContaining("in a method of its own");
    assertThat(shop.module("shop.Fragile")).doesNotExist();
  }

  @Test
  void namesInTheManifestWhatTheConstructorAsksFor() throws Exception {
    Fixture shop =
        new Fixture(folder)
            .compile(
                GREETING,
                """
                package shop;
                import dev.heddle.component.ComponentImplementation;
                import java.time.InstantSource;
                import java.util.Optional;
                @ComponentImplementation
                final class Timely implements Other {
                  private final InstantSource clock;
                  private final Optional<Greeting> greeting;
                  Timely(InstantSource clock, Optional<Greeting> greeting) {
                    this.clock = clock;
                    this.greeting = greeting;
                  }
                  @Override public long millis() { return clock.millis(); }
                }
                """,
                """
                package shop;
                import dev.heddle.component.ComponentInterface;
                @ComponentInterface
                public interface Other { long millis(); }
                """);
    shop.build();

    Map<String, String> manifest =
        PlainProperties.read(Files.readString(shop.manifest("shop.Timely")));
    assertThat(manifest)
        .containsEntry("grants", "2")
        .containsEntry("grant.0", "CAPABILITY:java.time.InstantSource")
        .containsEntry("grant.1", "COMPONENT:shop.Greeting:optional");
  }
}
