package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.core.AssemblyException;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Problem;
import dev.heddle.core.spring.app.Bell;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SharedSpaceTest {
  private static final byte[] VALUE = "x".getBytes(StandardCharsets.UTF_8);
  private static final BlobStore.Blob BLOB = new BlobStore.Blob(VALUE, "text/plain");

  @TempDir Path folder;

  private ApplicationContextRunner application(String... properties) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(HeddleAutoConfiguration.class))
        .withPropertyValues("heddle.data-directory=" + folder)
        .withPropertyValues(properties)
        .withBean(Bell.class, () -> () -> "ding");
  }

  private void started(ApplicationContextRunner application, Started test) {
    application.run(context -> test.with(context.getBean(HeddleRuntime.class)));
  }

  private interface Started {
    void with(HeddleRuntime runtime);
  }

  @Test
  void componentsThatNameTheSameSpaceSeeTheSameValues() {
    started(
        application(
            "heddle.components.tower.key-value.space=times",
            "heddle.components.Greeter.key-value.space=times"),
        runtime -> {
          runtime.grant("Tower", KeyValueStore.class).put("noon", VALUE);
          assertThat(runtime.grant("Greeter", KeyValueStore.class).get("noon")).contains(VALUE);
          assertThat(runtime.grant("Page", KeyValueStore.class).get("noon")).isEmpty();
          assertThat(runtime.grant("Tower", BlobStore.class).get("noon")).isEmpty();
        });
  }

  @Test
  void componentsThatNameTheSameSpaceSeeTheSameBlobs() {
    started(
        application(
            "heddle.components.Tower.blobs.space=times",
            "heddle.components.Greeter.blobs.space=times"),
        runtime -> {
          runtime.grant("Tower", BlobStore.class).put("noon", BLOB);
          assertThat(runtime.grant("Greeter", BlobStore.class).list("", "", 9))
              .containsExactly("noon");
          assertThat(runtime.grant("Page", BlobStore.class).get("noon")).isEmpty();
          runtime.grant("Tower", KeyValueStore.class).put("noon", VALUE);
          assertThat(runtime.grant("Greeter", KeyValueStore.class).get("noon")).isEmpty();
        });
  }

  @Test
  void aComponentThatNamesItsOwnSpaceLetsInWhoeverNamesItToo() {
    started(
        application(), runtime -> runtime.grant("Tower", KeyValueStore.class).put("noon", VALUE));
    started(
        application(
            "heddle.components.Tower.key-value.space=Tower",
            "heddle.components.Greeter.key-value.space=Tower"),
        runtime ->
            assertThat(runtime.grant("Greeter", KeyValueStore.class).get("noon")).contains(VALUE));
  }

  @Test
  void aSpaceThatIsAnothersNameOrNoNameIsRefusedAllAtOnce() {
    application(
            "heddle.components.Greeter.key-value.space=Tower",
            "heddle.components.Page.key-value.space=tower",
            "heddle.components.Vault.key-value.space=Tower/secret",
            "heddle.components.Vault.blobs.space=Belfry",
            "heddle.components.Belfry.blobs.space=times",
            "heddle.components.Towr.placement=local")
        .run(
            context ->
                assertThat(problems(context.getStartupFailure()))
                    .extracting(problem -> problem.found() + ". " + problem.remedy())
                    .anyMatch(
                        words ->
                            words.contains(
                                    "Greeter.key-value.space is 'Tower', the space of the component"
                                        + " Tower, which does not name it")
                                && words.contains(
                                    "and heddle.components.Tower.key-value.space=Tower, if"))
                    .anyMatch(
                        words ->
                            words.contains("Page.key-value.space is 'tower', the space")
                                && words.contains("Page.key-value.space=Tower and"))
                    .anyMatch(words -> words.contains("Vault.key-value.space is 'Tower/secret'"))
                    .anyMatch(
                        words ->
                            words.contains("Say heddle.components.Vault.blobs.space=times and"))
                    .anyMatch(words -> words.contains("Towr names none")));
  }

  @Test
  void anotherSpaceMakesAnotherRevision() {
    String[] revisions = new String[2];
    started(application(), runtime -> revisions[0] = runtime.options().revision());
    started(
        application("heddle.components.Tower.blobs.space=times"),
        runtime -> revisions[1] = runtime.options().revision());
    assertThat(revisions[0]).isNotEqualTo(revisions[1]);
  }

  private static List<Problem> problems(@Nullable Throwable failure) {
    return Stream.iterate(
            failure, Objects::nonNull, cause -> Objects.requireNonNull(cause).getCause())
        .filter(AssemblyException.class::isInstance)
        .map(AssemblyException.class::cast)
        .findFirst()
        .orElseThrow()
        .problems();
  }
}
