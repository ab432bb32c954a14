package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.heddle.component.ValueStream;
import dev.heddle.test.fixture.Door;
import dev.heddle.test.fixture.OakWardrobe;
import dev.heddle.test.fixture.Visits;
import dev.heddle.test.fixture.Wardrobe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

class SandboxDifferenceTest {
  private static final long SEED = 42;

  @Test
  void passesWhatIsTheSame() {
    compare(OakWardrobe::new).check();
  }

  @Test
  void tellsTheSmallestArguments() {
    String report =
        report(
            () ->
                new OakWardrobe() {
                  @Override
                  public String label(List<Pair<String>> pairs, Map<String, Integer> counts) {
                    boolean odd = pairs.stream().anyMatch(pair -> pair.right().contains("\u0130"));
                    return odd ? "odd" : super.label(pairs, counts);
                  }
                });
    assertThat(report)
        .startsWith(
            """
            Wardrobe differs inside the sandbox.
              Wardrobe.label(List.of(new Wardrobe.Pair("", "\\u0130")), Map.of())
                on the JVM:     returns "1 pairs, 0 counts"
                in the sandbox: returns "odd"
            Found by .seed(42L), made smaller in \
            """);
  }

  @Test
  void tellsTheCallsThatItTakes() {
    String report =
        report(
            () ->
                new OakWardrobe() {
                  @Override
                  public int put(Thing thing, int count) {
                    int content = super.put(thing, count);
                    return content >= 150 ? -1 : content;
                  }
                });
    assertThat(report)
        .containsPattern(
            """
              after
                Wardrobe\\.put\\(new Wardrobe\\.\\S+\\(.*\\), \\d+\\)
              Wardrobe\\.put\\(new Wardrobe\\.\\S+\\(.*\\), \\d+\\)
                on the JVM:     returns 1\\d\\d
                in the sandbox: returns -1
            """);
  }

  @Test
  void comparesWhatIsThrown() {
    assertThat(
            report(
                () ->
                    new OakWardrobe() {
                      @Override
                      public ValueStream<Thing> pass(ValueStream<Thing> things) throws NoRoom {
                        throw new NoRoom(3);
                      }
                    }))
        .contains("Wardrobe.pass(ValueStream.of())")
        .contains("in the sandbox: throws " + Wardrobe.NoRoom.class.getName())
        .contains("\"no room\" (left = 3)");
  }

  @Test
  void comparesWhatAStreamHolds() {
    assertThat(
            report(
                () ->
                    new OakWardrobe() {
                      @Override
                      public ValueStream<Thing> pass(ValueStream<Thing> things) {
                        List<Thing> two = new ArrayList<>();
                        while (two.size() < 2 && things.hasNext()) two.add(things.next());
                        return ValueStream.from(two);
                      }
                    }))
        .containsPattern("pass\\(ValueStream.of\\(new [^\\n]*, new [^\\n]*, new [^\\n]*\\)\\)\\n");
  }

  @Test
  void saysHowValuesAreGivenThatItCannotDraw() {
    assertThatThrownBy(
            () ->
                compare(OakWardrobe::new)
                    .with(String.class, random -> "x".repeat(41))
                    .calls(100)
                    .check())
        .hasMessageContaining("a label is short: xxx")
        .hasMessageContaining(".with(Garment.class, random -> ...)");
  }

  @Test
  void drawsFromTheValuesGiven() {
    assertThat(
            report(
                () ->
                    new OakWardrobe() {
                      @Override
                      public String label(List<Pair<String>> pairs, Map<String, Integer> counts) {
                        return counts.containsKey("scarf") ? "" : super.label(pairs, counts);
                      }
                    },
                "scarf",
                "hat"))
        .contains("Wardrobe.label(List.of(), Map.of(\"scarf\", 0))");
  }

  @Test
  void refusesWhatIsNoComponent() {
    assertThatThrownBy(() -> SandboxDifference.of(String.class).check())
        .hasMessageContaining("java.lang.String is no component");
  }

  @Test
  void makesTheCallsThatATestRecorded(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("recorded/calls.txt");
    System.setProperty("heddle.record-calls", file.toString());
    try {
      EngineTestKit.engine("junit-jupiter").selectors(selectClass(Recorded.class)).execute();
    } finally {
      System.clearProperty("heddle.record-calls");
    }
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "session", "Visits enter CgNBZGE=", "Door greet CgNBZGE=", "Visits names ");

    Door other = name -> name.equals("Ada") ? "who?" : "knock knock, " + name;
    SandboxDifference door =
        SandboxDifference.of(Door.class).inside(() -> new OtherSandbox(other)).calls(0);
    door.check();
    assertThatThrownBy(() -> door.recorded(file).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Door.greet(\"Ada\")")
        .hasMessageContaining("Found in " + file);
    assertThatThrownBy(() -> compare(OakWardrobe::new).recorded(file).check())
        .hasMessageContaining("no call of Wardrobe is recorded in ");
  }

  @HeddleTest(modes = {Mode.LOCAL, Mode.COPY})
  static class Recorded {
    @Test
    void someoneComes(Visits visits) {
      visits.enter("Ada");
      visits.names();
    }
  }

  private static SandboxDifference compare(Supplier<Wardrobe> other) {
    return SandboxDifference.of(Wardrobe.class)
        .inside(() -> new OtherSandbox(other.get()))
        .seed(SEED);
  }

  private static String report(Supplier<Wardrobe> other, String... texts) {
    SandboxDifference difference = compare(other);
    if (texts.length > 0) difference.among(String.class, texts);
    return String.valueOf(catchThrowable(difference::check).getMessage());
  }
}
