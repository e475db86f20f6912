// SPDX-License-Identifier: Apache-2.0
package trilobite.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static trilobite.architecture.HouseRule.rule;

import java.util.List;

/// Who may know whom.
final class LayerRules {
  private LayerRules() {}

  static List<HouseRule> of(House house) {
    return List.of(
        rule(
            "model-knows-the-jdk",
            classes()
                .that()
                .resideInAPackage(house.at("model.."))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(house.at("model.."), "java..", "org.jspecify.annotations..")
                .because(
                    "every part speaks the model's language, so it must need nothing of theirs"),
            planted.model.KnowsALibrary.class),
        rule(
            "model-touches-nothing",
            noClasses()
                .that()
                .resideInAPackage(house.at("model.."))
                .should()
                .dependOnClassesThat(Touching.THE_MACHINE)
                .because(
                    "rules that read no file and start no thread are right or wrong by themselves"),
            planted.model.ReadsAFile.class),
        rule(
            "ui-never-sees-runner",
            noClasses()
                .that()
                .resideInAPackage(house.at("ui.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.at("runner..", "app.."))
                .because(
                    "the window meets the machine through ports, so that tests can stand in for it"),
            planted.ui.shell.CallsTheRunner.class),
        rule(
            "runner-never-sees-javafx",
            noClasses()
                .that()
                .resideInAPackage(house.at("runner.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", house.at("ui.."), house.at("app.."))
                .because("the same runner serves the command line, where there is no screen"),
            planted.runner.UsesAProperty.class),
        rule(
            "no-package-cycles",
            slices()
                .matching(house.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package with a hidden border"),
            planted.runner.circle.one.First.class,
            planted.runner.circle.two.Second.class),
        rule(
            "panels-are-strangers",
            slices()
                .matching(house.at("ui.panel.(*).."))
                .should()
                .notDependOnEachOther()
                .because("a panel can be added, moved or deleted as one folder"),
            planted.ui.panel.first.KnowsItsNeighbour.class),
        rule(
            "only-panels-name-panels",
            noClasses()
                .that()
                .resideInAPackage(house.at("ui.."))
                .and()
                .resideOutsideOfPackage(house.at("ui.panel.*.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(house.at("ui.panel.*.."))
                .because("the shell finds panels by their contract, so adding one touches no hub"),
            planted.ui.shell.NamesAPanel.class));
  }
}
