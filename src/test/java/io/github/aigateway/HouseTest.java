package io.github.aigateway;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** Arrows go one way, by what types use, and not only by what files import. */
class HouseTest {

  private static final String ROOT = "io.github.aigateway";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packagesFormNoCycle() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void whatIsInternalKnowsNothingOfTheRoot() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + ".internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(CLASSES);
  }

  @Test
  void oneAttemptKnowsNothingOfTheCall() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + ".internal.http")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".internal.call")
        .check(CLASSES);
  }

  @Test
  void fromTheEngineDownNoClassIsPartOfACycle() {
    slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles().check(CLASSES);
  }

  private static final class Packages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  /** Each class below the engine with all that is nested in it; others are left out. */
  private static final class TopLevelClasses implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      String name = javaClass.getName();
      boolean below =
          name.startsWith(ROOT + ".internal.call")
              || name.startsWith(ROOT + ".internal.http")
              || name.startsWith(ROOT + ".internal.time");
      return below ? SliceIdentifier.of(name.replaceFirst("\\$.*", "")) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "top-level classes from the engine down";
    }
  }
}
