// SPDX-License-Identifier: Apache-2.0
package trilobite.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static trilobite.architecture.HouseRule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;

/// One door each to what is dangerous, scarce or hard to test. A type that must go around a door
/// says why by [trilobite.model.rule.Allowed].
final class DoorRules {
  private DoorRules() {}

  static List<HouseRule> of(House house) {
    return List.of(
        rule(
            "fx-thread",
            outside(house, "fx-thread", "ui.fx..")
                .should()
                .accessTargetWhere(
                    call("javafx.application.Platform", "runLater|startup|isFxApp.*"))
                .because("ui.fx is the one way onto JavaFX's thread, and tests replace it"),
            planted.ui.shell.RunsLater.class),
        rule(
            "threads",
            outside(house, "threads", "runner.thread..")
                .should()
                .accessTargetWhere(
                    call("java.lang.Thread", "of(Virtual|Platform)|startVirtualThread|<init>"))
                .orShould()
                .accessTargetWhere(call("java.util.concurrent.Executors", "new.*"))
                .orShould()
                .accessTargetWhere(
                    call("java.util.concurrent.CompletableFuture", "(run|supply)Async"))
                .because("a thread has a name, an owner and a place where its failure is seen"),
            planted.runner.live.StartsAThread.class,
            planted.runner.live.MakesAPool.class),
        door(
            house,
            "processes",
            Touching.PROCESSES,
            "whatever starts a process also ends it, with all of its children",
            planted.runner.live.StartsAProcess.class,
            "runner.process..",
            "runner.guard.."),
        door(
            house,
            "sql",
            Touching.SQL,
            "the history's schema is known to the history alone, and a query has bounds in one"
                + " place",
            planted.runner.live.AsksADatabase.class,
            "runner.history..",
            "runner.query.."),
        door(
            house,
            "sockets",
            Touching.SOCKETS,
            "what listens or connects has bounds, deadlines and a check of who is there",
            planted.runner.live.OpensASocket.class,
            "runner.qmp..",
            "runner.relay..",
            "runner.console..",
            "runner.control..",
            "runner.load..",
            "runner.net.."),
        door(
            house,
            "guest-memory",
            Touching.GUEST_MEMORY,
            "the guest is hostile and a hole that is read gets allocated: every read is bounded in"
                + " one place",
            planted.runner.live.MapsMemory.class,
            "runner.memory.."),
        rule(
            "clock",
            outside(house, "clock", "model.time..")
                .should()
                .accessTargetWhere(call("java.lang.System", "nanoTime|currentTimeMillis"))
                .orShould()
                .accessTargetWhere(
                    call("java.time.(Instant|Clock|.*Date.*|LocalTime)", "now|system.*"))
                .because("all times are on one clock, and a test can hold it still"),
            planted.runner.live.AsksTheTime.class),
        rule(
            "standard-output",
            outside(house, "standard-output", "app..")
                .should()
                .accessTargetWhere(call("java.lang.System", "out"))
                .because("standard output carries a verb's answer and nothing else"),
            planted.runner.live.Prints.class));
  }

  private static HouseRule door(
      House house,
      String name,
      DescribedPredicate<JavaClass> behind,
      String reason,
      Class<?> planted,
      String... doors) {
    return rule(
        name,
        outside(house, name, doors).should().dependOnClassesThat(behind).because(reason),
        planted);
  }

  private static GivenClassesConjunction outside(House house, String rule, String... doors) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .resideOutsideOfPackages(house.at(doors))
        .and(House.notAllowed(rule));
  }

  private static DescribedPredicate<JavaAccess<?>> call(String owner, String member) {
    return targetOwner(nameMatching(owner)).and(target(nameMatching(member)));
  }
}
