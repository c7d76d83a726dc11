package io.handrail.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "io.handrail.care", "io.handrail.web", "io.handrail.chatbot", "io.handrail.portal");

  /** What Micronaut generates beside our classes follows the framework's rules, not ours. */
  private static final DescribedPredicate<JavaClass> OURS =
      DescribedPredicate.not(
              nameMatching(".*\\$.*(Definition|Introspection|Intercepted).*")
                  .<JavaClass>forSubtype())
          .as("classes that we write");

  private static final String[] PLAIN_CARE = {
    "io.handrail.care",
    "io.handrail.care.clinic..",
    "io.handrail.care.access..",
    "io.handrail.care.alert..",
    "io.handrail.care.plan..",
    "io.handrail.care.protocol..",
    "io.handrail.care.conversation..",
    "io.handrail.care.homework..",
    "io.handrail.care.live..",
    "io.handrail.care.measure..",
    "io.handrail.care.review..",
    "io.handrail.care.safety..",
    "io.handrail.care.record.."
  };

  @Test
  void the_classes_of_every_room_are_seen() {
    for (String room :
        new String[] {
          "care.protocol", "care.mongo", "web.session", "chatbot.turn", "portal.caseload"
        }) {
      boolean found =
          HOUSE.stream().anyMatch(c -> c.getPackageName().startsWith("io.handrail." + room));
      org.junit.jupiter.api.Assertions.assertTrue(found, "nothing was imported from " + room);
    }
  }

  @Test
  void the_two_services_do_not_know_each_other() {
    noClasses()
        .that(resideInAPackage("io.handrail.chatbot.."))
        .should()
        .dependOnClassesThat(resideInAPackage("io.handrail.portal.."))
        .check(HOUSE);
    noClasses()
        .that(resideInAPackage("io.handrail.portal.."))
        .should()
        .dependOnClassesThat(resideInAPackage("io.handrail.chatbot.."))
        .check(HOUSE);
    noClasses()
        .that(resideInAnyPackage("io.handrail.web..", "io.handrail.care.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.handrail.chatbot..", "io.handrail.portal.."))
        .check(HOUSE);
  }

  @Test
  void care_is_plain_java() {
    classes()
        .that(resideInAnyPackage(PLAIN_CARE))
        .should()
        .onlyDependOnClassesThat(resideInAPackage("java..").or(resideInAnyPackage(PLAIN_CARE)))
        .check(HOUSE);
  }

  @Test
  void only_wiring_knows_documents() {
    noClasses()
        .that(
            DescribedPredicate.not(
                    resideInAnyPackage("io.handrail.care.mongo..", "io.handrail.web.up.."))
                .and(
                    DescribedPredicate.not(
                        nameMatching(".*\\.[A-Za-z]*Wiring(\\$.*)?").<JavaClass>forSubtype()))
                .and(OURS))
        .should()
        .dependOnClassesThat(resideInAPackage("io.handrail.care.mongo.."))
        .check(HOUSE);
  }

  @Test
  void the_spine_knows_its_ports_and_not_who_implements_them() {
    noClasses()
        .that(resideInAPackage("io.handrail.chatbot.turn.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.handrail.chatbot.http..",
                "io.handrail.chatbot.screen..",
                "io.handrail.chatbot.prompt..",
                "io.handrail.chatbot.model..",
                "io.handrail.chatbot.guard..",
                "io.handrail.chatbot.alert..",
                "io.micronaut.."))
        .check(HOUSE);
    noClasses()
        .that(
            resideInAnyPackage(
                "io.handrail.chatbot.screen..",
                "io.handrail.chatbot.prompt..",
                "io.handrail.chatbot.model..",
                "io.handrail.chatbot.guard.."))
        .should()
        .dependOnClassesThat(resideInAPackage("io.handrail.chatbot.http.."))
        .check(HOUSE);
  }

  @Test
  void one_package_knows_the_model_library() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage("io.handrail.chatbot.model..")))
        .should()
        .dependOnClassesThat(resideInAPackage("dev.langchain4j.."))
        .check(HOUSE);
  }

  @Test
  void no_page_of_the_portal_knows_another() {
    slices()
        .matching("io.handrail.portal.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            nameMatching(".*Wiring.*").<JavaClass>forSubtype(), DescribedPredicate.alwaysTrue())
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), resideInAPackage("io.handrail.portal.desk.."))
        .check(HOUSE);
  }

  @Test
  void private_notes_are_read_by_their_own_page_and_by_nothing_else() {
    noClasses()
        .that(
            DescribedPredicate.not(
                    resideInAnyPackage("io.handrail.portal.notes..", "io.handrail.care.mongo.."))
                .and(
                    DescribedPredicate.not(
                        nameMatching(
                                "io\\.handrail\\.care\\.(Shelves|ReviewShelves|review\\.PrivateNotes.*)")
                            .<JavaClass>forSubtype())))
        .should()
        .dependOnClassesThat(
            nameMatching("io\\.handrail\\.care\\.review\\.PrivateNotes.*").<JavaClass>forSubtype())
        .orShould()
        .callMethod(io.handrail.care.ReviewShelves.class, "privateNotes")
        .because("the program never reads them")
        .check(HOUSE);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .that(OURS)
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
        .check(HOUSE);
  }
}
