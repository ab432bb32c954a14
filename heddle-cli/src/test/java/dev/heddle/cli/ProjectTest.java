package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
  private static final String PLUGIN =
      "<build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin>"
          + "</plugins></build>";

  @TempDir private Path root;

  @BeforeEach
  void writeTheRoot() throws IOException {
    write(
        root,
        "all",
        "<packaging>pom</packaging><modules><module>shop</module><module>library</module>"
            + "<module>other</module><module>gone</module></modules>"
            + PLUGIN);
    write(root.resolve("library"), "the-library", "");
    write(root.resolve("other"), "other", "");
    write(
        root.resolve("shop"),
        "shop",
        PLUGIN
            + "<dependencies><dependency><artifactId>the-library</artifactId></dependency>"
            + "</dependencies>");
  }

  @Test
  void findsTheOneApplicationAmongTheModules() {
    assertThat(application(Optional.empty())).isEqualTo(root.resolve("shop"));
  }

  @Test
  void findsTheApplicationInAProjectOfOneModule() throws IOException {
    write(root, "alone", PLUGIN);
    assertThat(application(Optional.empty())).isEqualTo(root);
    assertThat(Project.in(root).parts(root)).containsExactly(root);
  }

  @Test
  void asksWhichOfSeveralApplications() throws IOException {
    write(root.resolve("other"), "other", PLUGIN);
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> application(Optional.empty()))
        .withMessage(
            "this project has several applications: choose one, here or for good by the property"
                + " heddle.application in "
                + root.resolve("pom.xml")
                + "; there is --application shop, --application other")
        .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(2));
    assertThat(application(Optional.of("other/"))).isEqualTo(root.resolve("other"));
  }

  @Test
  void takesTheApplicationThatTheProjectNames() throws IOException {
    write(root.resolve("other"), "other", PLUGIN);
    write(
        root,
        "all",
        "<packaging>pom</packaging><properties><heddle.application>other</heddle.application>"
            + "</properties><modules><module>shop</module><module>other</module></modules>");

    assertThat(application(Optional.empty())).isEqualTo(root.resolve("other"));
    assertThat(application(Optional.of("shop"))).isEqualTo(root.resolve("shop"));
  }

  @Test
  void refusesAModuleThatIsNoApplication() {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> application(Optional.of("library")))
        .withMessage("library is not an application of this project; there is --application shop");
  }

  @Test
  void saysWhatMakesAnApplication() throws IOException {
    write(root.resolve("shop"), "shop", "");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> application(Optional.empty()))
        .withMessageContaining("spring-boot-maven-plugin");
  }

  @Test
  void knowsWhatAnApplicationIsMadeFrom() {
    assertThat(Project.in(root).parts(root.resolve("shop")))
        .containsExactlyInAnyOrder(root, root.resolve("shop"), root.resolve("library"));
  }

  @Test
  void refusesAFolderWithoutAProject() {
    Path nowhere = root.resolve("nowhere");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> Project.in(nowhere))
        .withMessage(
            "there is no pom.xml in " + nowhere + ". Run heddle in the root folder of a project");
  }

  @Test
  void namesAPomThatCannotBeRead() throws IOException {
    Files.writeString(root.resolve("shop/pom.xml"), "<project>");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> Project.in(root))
        .withMessageStartingWith("cannot read " + root.resolve("shop/pom.xml"));
  }

  private Path application(Optional<String> chosen) {
    return Project.in(root).application(chosen);
  }

  private static void write(Path folder, String artifactId, String rest) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><artifactId>" + artifactId + "</artifactId>" + rest + "</project>");
  }
}
