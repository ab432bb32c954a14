package cinema;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.heddle.test.ComponentRules;
import org.junit.jupiter.api.Test;

class BoundariesTest {

  @Test
  void componentsKeepTheirBoundaries() {
    ComponentRules.standard()
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("cinema"));
  }
}
