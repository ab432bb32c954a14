package dev.heddle.test.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootContextLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

class DataDirectoryTest {

  @ContextConfiguration(classes = Plain.class, loader = SpringBootContextLoader.class)
  private static class First {}

  @ContextConfiguration(classes = Plain.class, loader = SpringBootContextLoader.class)
  @TestPropertySource(properties = "other=context")
  private static class Second {}

  @ContextConfiguration(classes = Plain.class, loader = SpringBootContextLoader.class)
  @TestPropertySource(properties = "heddle.data-directory=here")
  private static class OwnChoice {}

  @Configuration
  private static class Plain {}

  @Test
  void eachContextOfSpringsTestsHasADataDirectoryOfItsOwn() {
    Path first = Path.of(dataDirectory(First.class));

    assertThat(first).isDirectory().isNotEqualTo(Path.of(dataDirectory(Second.class)));
    assertThat(first).hasToString(dataDirectory(First.class));
  }

  @Test
  void whatTheTestSetsStands() {
    assertThat(dataDirectory(OwnChoice.class)).isEqualTo("here");
  }

  @Test
  void theDirectoryIsDeletedWithItsContext() {
    TestContextManager manager = new TestContextManager(First.class);
    Path directory = Path.of(dataDirectory(First.class));

    manager.getTestContext().markApplicationContextDirty(DirtiesContext.HierarchyMode.EXHAUSTIVE);

    assertThat(directory).doesNotExist();
  }

  private static String dataDirectory(Class<?> test) {
    ConfigurableApplicationContext context =
        (ConfigurableApplicationContext)
            new TestContextManager(test).getTestContext().getApplicationContext();
    return context.getEnvironment().getRequiredProperty("heddle.data-directory");
  }
}
