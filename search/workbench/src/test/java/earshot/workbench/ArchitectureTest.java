package earshot.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds ARCHITECTURE.md: dependencies point one way, wrapped libraries stay wrapped. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("earshot");

  private static final String[] INGEST = {
    "earshot.call..",
    "earshot.data..",
    "earshot.audio..",
    "earshot.metadata..",
    "earshot.catalogue.."
  };
  private static final String[] INDEX = {
    "earshot.query..", "earshot.match..", "earshot.index..", "earshot.search.."
  };
  private static final String[] PIPELINE = {
    "earshot.model..", "earshot.transcribe..", "earshot.measure..", "earshot.redact..",
    "earshot.score..", "earshot.evaluate..", "earshot.table..", "earshot.report..",
    "earshot.stats..", "earshot.pipeline..", "earshot.benchmark..", "earshot.command.."
  };
  private static final String[] WORKBENCH = {"earshot.workbench.."};

  @Test
  void ingestKnowsNothingOfTheModulesAfterIt() {
    noClasses()
        .that()
        .resideInAnyPackage(INGEST)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(join(INDEX, PIPELINE, WORKBENCH))
        .check(CLASSES);
  }

  @Test
  void indexKnowsNothingOfPipelineAndWorkbench() {
    noClasses()
        .that()
        .resideInAnyPackage(INDEX)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(join(PIPELINE, WORKBENCH))
        .check(CLASSES);
  }

  @Test
  void pipelineKnowsNothingOfTheWorkbench() {
    noClasses()
        .that()
        .resideInAnyPackage(PIPELINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(WORKBENCH)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("earshot.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void beamStaysInThePipelinePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackages("earshot.pipeline..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.beam..")
        .check(CLASSES);
  }

  @Test
  void jnaStaysInTheVoskPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackages("earshot.transcribe.vosk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.jna..", "org.vosk..")
        .check(CLASSES);
  }

  @Test
  void hadoopAndParquetStayInTheTablePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackages("earshot.table..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet..")
        .check(CLASSES);
  }

  @Test
  void luceneStaysInQueryMatchingAndIndex() {
    noClasses()
        .that()
        .resideOutsideOfPackages("earshot.match..", "earshot.index..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  @Test
  void tokensStayInTheProviderPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackages("earshot.workbench.provider..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.nimbusds..")
        .check(CLASSES);
  }

  private static String[] join(String[]... groups) {
    return java.util.Arrays.stream(groups).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }
}
