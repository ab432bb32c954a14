package dev.heddle.core.spring;

import static dev.heddle.core.spring.Assemblies.cause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.HttpCallException;
import dev.heddle.component.capability.HttpCaller;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Secrets;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Problem;
import dev.heddle.core.capability.EmbeddedKeyValueStore;
import dev.heddle.core.capability.InMemoryBlobStore;
import dev.heddle.core.spring.app.Bell;
import dev.heddle.core.spring.app.Tower;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** What stands behind capabilities in an application of Spring Boot. */
class CapabilityGrantsTest {
  @TempDir static Path folder;

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  HeddleAutoConfiguration.class, HeddleMetricsAutoConfiguration.class))
          .withPropertyValues("heddle.data-directory=" + folder)
          .withBean(Bell.class, () -> () -> "ding");

  @Test
  void theApplicationsOwnStoreReplacesTheEmbeddedOne() {
    EmbeddedKeyValueStore own = EmbeddedKeyValueStore.inMemory();
    application
        .withBean("own", KeyValueStore.class, () -> own)
        .run(
            context -> {
              context.getBean(Tower.class).strike();
              assertThat(context).hasSingleBean(KeyValueStore.class);
              assertThat(own.list("", "", 10)).containsExactly("Tower/struck");
            });
  }

  @Test
  void anApplicationThatStoresNothingHasNoFiles(@TempDir Path empty) {
    ClassLoader noComponents =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("META-INF/heddle/")
                ? Collections.emptyEnumeration()
                : super.getResources(name);
          }
        };
    application
        .withClassLoader(noComponents)
        .withPropertyValues("heddle.data-directory=" + empty.resolve("data"))
        .run(
            context -> {
              assertThat(context.getBean(HeddleRuntime.class).components()).isEmpty();
              assertThat(empty).isEmptyDirectory();
            });
  }

  @Test
  void blobsAreFilesUnlessTheApplicationHasAStoreOfItsOwn() {
    BlobStore.Blob blob = new BlobStore.Blob(new byte[20], "text/plain");
    ApplicationContextRunner limited = application.withPropertyValues("heddle.blobs.max-size=20B");
    limited.run(
        context -> {
          granted(context, BlobStore.class).put("note", blob);
          assertThat(folder.resolve("blobs/%0054ower~/note.blob")).exists();
          assertThatThrownBy(
                  () ->
                      granted(context, BlobStore.class)
                          .put("note", new BlobStore.Blob(new byte[21], "text/plain")))
              .hasMessageContaining("at most 20 bytes");
        });
    InMemoryBlobStore own = new InMemoryBlobStore();
    limited
        .withBean("own", BlobStore.class, () -> own)
        .run(
            context -> {
              granted(context, BlobStore.class).put("note", blob);
              assertThat(own.list("", "", 10)).containsExactly("Tower/note");
            });
  }

  @Test
  void anotherBackendThanTheEmbeddedOneMakesNoFilesAndIsAskedForByArtifact() {
    Path untouched = folder.resolve("untouched");
    application
        .withPropertyValues(
            "heddle.data-directory=" + untouched,
            "heddle.key-value.backend=redis",
            "heddle.blobs.backend=s4")
        .run(
            context -> {
              assertThat(cause(context.getStartupFailure()).problems())
                  .extracting(problem -> problem.found() + ". " + problem.remedy())
                  .anyMatch(
                      words ->
                          words.contains("heddle.key-value.backend is 'redis'")
                              && words.contains("dev.heddle:backends"))
                  .anyMatch(
                      words ->
                          words.contains("heddle.blobs.backend is 's4'")
                              && words.contains("files or s3"));
              assertThat(untouched).doesNotExist();
            });
  }

  @Test
  void missingRequiredSecretsAreReportedTogetherWithTheRest() {
    application
        .withPropertyValues(
            "heddle.components.Towr.placement=local",
            "heddle.components.tower.required-secrets=api-key,../other")
        .run(
            context ->
                assertThat(cause(context.getStartupFailure()).problems())
                    .extracting(Problem::found)
                    .anyMatch(found -> found.contains("Towr names none"))
                    .anyMatch(
                        found ->
                            found.contains(
                                "'api-key' of heddle.components.tower.required-secrets is not"))
                    .anyMatch(found -> found.contains("'../other'")));
  }

  @Test
  void aRequiredSecretThatIsThereIsGrantedToItsComponent() throws Exception {
    Path secrets = Files.createDirectories(folder.resolve("secrets/Tower"));
    Files.writeString(secrets.resolve("api-key"), "hunter2\n");
    application
        .withPropertyValues(
            "heddle.secrets.directory=" + secrets.getParent(),
            "heddle.components.tower.required-secrets=api-key")
        .run(
            context -> {
              assertThat(granted(context, Secrets.class).get("api-key")).contains("hunter2");
              HeddleRuntime runtime = context.getBean(HeddleRuntime.class);
              assertThat(runtime.grant("Greeter", Secrets.class).get("api-key")).isEmpty();
              assertThat(runtime.options().toString() + runtime.status()).doesNotContain("hunter2");
            });
  }

  @Test
  void theApplicationsOwnSecretsReplaceFilesAndVariables() {
    application
        .withBean("own", Secrets.class, () -> name -> Optional.of("own " + name))
        .run(
            context ->
                assertThat(granted(context, Secrets.class).get("key")).contains("own Tower/key"));
  }

  @Test
  void aComponentCallsWhatItsOwnRulesAllow() {
    HttpCaller own = request -> new HttpCaller.Response(204, Map.of(), new byte[0]);
    application
        .withBean("own", HttpCaller.class, () -> own)
        .withPropertyValues(
            "heddle.components.tower.http.allow[0]=GET http://127.0.0.1:9",
            "heddle.components.tower.http.private-addresses=true")
        .run(
            context -> {
              HttpCaller.Request request =
                  new HttpCaller.Request(
                      "GET",
                      URI.create("http://127.0.0.1:9/"),
                      Map.of(),
                      new byte[0],
                      Duration.ofSeconds(1));
              HttpCaller tower = granted(context, HttpCaller.class);
              assertThat(tower.call(request).status()).isEqualTo(204);
              HttpCaller greeter =
                  context.getBean(HeddleRuntime.class).grant("Greeter", HttpCaller.class);
              assertThatThrownBy(() -> greeter.call(request))
                  .isInstanceOf(HttpCallException.class)
                  .hasMessageContaining("heddle.components.Greeter.http.allow");
            });
  }

  private static <T> T granted(ApplicationContext context, Class<T> capability) {
    return context.getBean(HeddleRuntime.class).grant("Tower", capability);
  }
}
