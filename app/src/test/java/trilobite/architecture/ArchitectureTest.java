// SPDX-License-Identifier: Apache-2.0
package trilobite.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The product keeps the rules, and each rule is seen to catch what was planted for it.
final class ArchitectureTest {
  private static final JavaClasses PRODUCT = House.PRODUCT.classes();
  private static final JavaClasses PLANTED = House.PLANTED.classes();

  private static Stream<HouseRule> rules(House house) {
    return Stream.of(LayerRules.of(house), DoorRules.of(house), ShapeRules.of(house))
        .flatMap(List::stream);
  }

  @TestFactory
  Stream<DynamicTest> theProductKeepsTheRule() {
    return rules(House.PRODUCT)
        .map(
            rule ->
                dynamicTest(rule.name(), () -> rule.rule().allowEmptyShould(true).check(PRODUCT)));
  }

  @TestFactory
  Stream<DynamicTest> theRuleCatchesWhatWasPlanted() {
    return rules(House.PLANTED)
        .flatMap(
            rule ->
                rule.planted().stream()
                    .map(
                        planted ->
                            dynamicTest(
                                rule.name() + " catches " + planted.getSimpleName(),
                                () -> assertCaught(rule, planted))));
  }

  private static void assertCaught(HouseRule rule, Class<?> planted) {
    EvaluationResult result = rule.rule().evaluate(PLANTED);
    assertThat(result.getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(planted.getName()));
  }

  @Test
  void aTypeThatIsAllowedAndSaysWhyIsLetPast() {
    List<String> caught =
        rules(House.PLANTED)
            .filter(rule -> rule.name().equals("threads"))
            .flatMap(rule -> rule.rule().evaluate(PLANTED).getFailureReport().getDetails().stream())
            .toList();
    assertThat(caught).noneMatch(detail -> detail.contains("SaysWhy"));
  }

  @Test
  void theProductIsReallyRead() {
    assertThat(PRODUCT.contain("trilobite.app.Main")).isTrue();
    assertThat(PRODUCT.contain("trilobite.model.port.Workbench")).isTrue();
    assertThat(PRODUCT.contain("trilobite.runner.thread.Threads")).isTrue();
    assertThat(PRODUCT.contain("trilobite.ui.panel.Panel")).isTrue();
  }
}
