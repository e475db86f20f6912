// SPDX-License-Identifier: Apache-2.0
package trilobite.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static trilobite.architecture.HouseRule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;

/// What types look like.
final class ShapeRules {
  private static final int MOST_DEPENDENCIES = 5;

  private ShapeRules() {}

  static List<HouseRule> of(House house) {
    return List.of(
        rule(
            "measured-values-say-whence",
            methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(house.at("model.guest.."))
                .and()
                .areDeclaredInClassesThat()
                .areInterfaces()
                .should()
                .haveRawReturnType(
                    DescribedPredicate.<JavaClass>describe(
                        "Measured or Reading",
                        type ->
                            type.isEquivalentTo(Measured.class)
                                || type.isEquivalentTo(Reading.class)))
                .because(
                    "no view, verb or query may show a value without where and when it was read"),
            planted.model.guest.BareEyes.class),
        rule(
            "verbs-are-thin",
            noClasses()
                .that()
                .resideInAPackage(house.at("app.verb.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.at("runner..", "ui.."))
                .orShould()
                .dependOnClassesThat(
                    Touching.PROCESSES
                        .or(Touching.SOCKETS)
                        .or(Touching.SQL)
                        .or(Touching.GUEST_MEMORY))
                .because("a verb asks a port and prints: what it knows, the window knows too"),
            planted.app.verb.DoesItself.class),
        rule(
            "few-dependencies",
            constructors()
                .that(areOfAClassThatIsNoRecord())
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(house.root() + "..")
                .should(
                    have(
                        DescribedPredicate.describe(
                            "at most five parameters",
                            made -> made.getRawParameterTypes().size() <= MOST_DEPENDENCIES)))
                .because("a type that needs more than five others does more than one thing"),
            planted.runner.NeedsEverything.class),
        rule(
            "names-say-something",
            noClasses()
                .that()
                .resideInAPackage(house.root() + "..")
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common|Base|Impl)")
                .because(
                    "such a name tells no reader what the type is for, and collects what fits"
                        + " nowhere"),
            planted.runner.TextHelper.class));
  }

  private static DescribedPredicate<JavaConstructor> areOfAClassThatIsNoRecord() {
    return DescribedPredicate.describe(
        "are of a class that is no record, enum or local class",
        made -> {
          JavaClass owner = made.getOwner();
          return !owner.isRecord() && !owner.isEnum() && !owner.isAnonymousClass();
        });
  }
}
